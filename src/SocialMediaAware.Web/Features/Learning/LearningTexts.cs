namespace SocialMediaAware.Web.Features.Learning;

/// <summary>Names the texts of this room, in <c>LearningTexts.resx</c>.</summary>
public sealed class LearningTexts;

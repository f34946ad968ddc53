namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>Names the texts of this room, in <c>OutsideLearningTexts.resx</c>.</summary>
public sealed class OutsideLearningTexts;

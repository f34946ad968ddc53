namespace SocialMediaAware.Web.Features.Questions;

/// <summary>Names the texts of this room, in <c>QuestionsTexts.resx</c>.</summary>
public sealed class QuestionsTexts;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>Names the texts of this room, in <c>QuizzesTexts.resx</c>.</summary>
public sealed class QuizzesTexts;

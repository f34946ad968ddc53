namespace SocialMediaAware.Web.Features.Questions;

/// <summary>A box to write in.</summary>
/// <param name="LabelKey">The text that names it.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="ProblemKey">The text that says what is wrong; null when nothing is.</param>
public sealed record MessageField(string LabelKey, string? Text, string? ProblemKey);

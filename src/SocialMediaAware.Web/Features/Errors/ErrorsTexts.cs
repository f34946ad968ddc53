namespace SocialMediaAware.Web.Features.Errors;

/// <summary>Names the texts of this room, in <c>ErrorsTexts.resx</c>.</summary>
public sealed class ErrorsTexts;

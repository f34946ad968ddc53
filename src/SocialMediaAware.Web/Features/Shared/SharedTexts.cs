namespace SocialMediaAware.Web.Features.Shared;

/// <summary>Names the texts of this room, in <c>SharedTexts.resx</c>.</summary>
public sealed class SharedTexts;

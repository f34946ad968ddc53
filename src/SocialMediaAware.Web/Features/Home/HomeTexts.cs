namespace SocialMediaAware.Web.Features.Home;

/// <summary>Names the texts of this room, in <c>HomeTexts.resx</c>.</summary>
public sealed class HomeTexts;

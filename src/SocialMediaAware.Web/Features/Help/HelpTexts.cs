namespace SocialMediaAware.Web.Features.Help;

/// <summary>Names the texts of this room, in <c>HelpTexts.resx</c>.</summary>
public sealed class HelpTexts;

namespace SocialMediaAware.Web.Features.Sources;

/// <summary>Names the texts of this room, in <c>SourcesTexts.resx</c>.</summary>
public sealed class SourcesTexts;

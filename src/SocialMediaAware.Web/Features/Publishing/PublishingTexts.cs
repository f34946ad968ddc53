namespace SocialMediaAware.Web.Features.Publishing;

/// <summary>Names the texts of this room, in <c>PublishingTexts.resx</c>.</summary>
public sealed class PublishingTexts;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>Names the texts of this room, in <c>AssistedTexts.resx</c>.</summary>
public sealed class AssistedTexts;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>Names the texts of this room, in <c>MoreTimeTexts.resx</c>.</summary>
public sealed class MoreTimeTexts;

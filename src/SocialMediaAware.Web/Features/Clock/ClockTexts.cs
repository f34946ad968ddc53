namespace SocialMediaAware.Web.Features.Clock;

/// <summary>Names the texts of this room, in <c>ClockTexts.resx</c>.</summary>
public sealed class ClockTexts;

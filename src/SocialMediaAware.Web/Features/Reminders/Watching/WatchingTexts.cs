namespace SocialMediaAware.Web.Features.Reminders.Watching;

/// <summary>Names the texts of the mail forecast and of the alarm, in <c>WatchingTexts.resx</c>.</summary>
public sealed class WatchingTexts;

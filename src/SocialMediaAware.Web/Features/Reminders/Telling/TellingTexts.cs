namespace SocialMediaAware.Web.Features.Reminders.Telling;

/// <summary>Names the words of mails that tell what waits, in <c>TellingTexts.resx</c>.</summary>
public sealed class TellingTexts;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Names the texts of this room, in <c>RemindersTexts.resx</c>.</summary>
public sealed class RemindersTexts;

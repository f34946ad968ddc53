namespace SocialMediaAware.Web.Features.Reminders.Keeping;

/// <summary>Names the texts of what HR does about mail, in <c>KeepingTexts.resx</c>.</summary>
public sealed class KeepingTexts;

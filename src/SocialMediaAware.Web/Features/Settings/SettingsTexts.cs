namespace SocialMediaAware.Web.Features.Settings;

/// <summary>Names the texts of this room, in <c>SettingsTexts.resx</c>.</summary>
public sealed class SettingsTexts;

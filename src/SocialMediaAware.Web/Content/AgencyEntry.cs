namespace SocialMediaAware.Web.Content;

/// <summary>An agency as the content names it.</summary>
/// <param name="Slug">The stable id, such as <c>kainga-ora</c>.</param>
/// <param name="Name">Its name in English, or its only name.</param>
/// <param name="ShortName">What its people call it.</param>
/// <param name="NameMi">Its name in te reo Māori, where it has a second one.</param>
public sealed record AgencyEntry(string Slug, string Name, string ShortName, string? NameMi);

namespace SocialMediaAware.Web.Features.People;

/// <summary>Names the texts of this room, in <c>PeopleTexts.resx</c>.</summary>
public sealed class PeopleTexts;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>Names the texts of this room, in <c>TeamTexts.resx</c>.</summary>
public sealed class TeamTexts;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>Names the texts of this room, in <c>ReliefTexts.resx</c>.</summary>
public sealed class ReliefTexts;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Names the texts of this room, in <c>ElectionsTexts.resx</c>.</summary>
public sealed class ElectionsTexts;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>Names the texts of units and restructures, in <c>UnitsTexts.resx</c>.</summary>
public sealed class UnitsTexts;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Names the texts of the import of people, in <c>ImportTexts.resx</c>.</summary>
public sealed class ImportTexts;

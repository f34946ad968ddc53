namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>Names the texts of files, in <c>ExportsTexts.resx</c>.</summary>
public sealed class ExportsTexts;

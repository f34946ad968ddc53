namespace SocialMediaAware.Web.Features.Reports;

/// <summary>Names the texts of this room, in <c>ReportsTexts.resx</c>.</summary>
public sealed class ReportsTexts;

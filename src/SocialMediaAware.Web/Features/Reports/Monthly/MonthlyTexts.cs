namespace SocialMediaAware.Web.Features.Reports.Monthly;

/// <summary>Names the texts of monthly figures, in <c>MonthlyTexts.resx</c>.</summary>
public sealed class MonthlyTexts;

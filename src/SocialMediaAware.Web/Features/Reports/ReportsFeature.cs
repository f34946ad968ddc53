namespace SocialMediaAware.Web.Features.Reports;

/// <summary>The services of reports.</summary>
public static class ReportsFeature
{
    /// <summary>Adds reports.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services;
}

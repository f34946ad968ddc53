namespace SocialMediaAware.Web.Features.Reports.Monthly;

/// <summary>The services of monthly figures by mail.</summary>
public static class MonthlyFeature
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddMonthlyReports(this IServiceCollection services) =>
        services
            .AddScoped<MonthlyReaders>()
            .AddScoped<ChoosingMonthlyReaders>()
            .AddScoped<MonthlyFigures>()
            .AddScoped<SendMonthlyReports>();
}

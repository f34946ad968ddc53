using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Reports.Counting;
using SocialMediaAware.Web.Features.Reports.Exports;
using SocialMediaAware.Web.Features.Reports.InformationRequests;
using SocialMediaAware.Web.Features.Reports.Modules;
using SocialMediaAware.Web.Features.Reports.Monthly;
using SocialMediaAware.Web.Features.Reports.Overview;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>The services of reports.</summary>
public static class ReportsFeature
{
    /// <summary>Who may see reports: HR and auditors. Of which agency, each page asks.</summary>
    public const string Policy = "reports";

    /// <summary>Adds reports.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services
            .AddAuthorizationBuilder()
            .AddPolicy(
                Policy,
                policy =>
                    policy.RequireRole(
                        nameof(PortalRole.HumanResources),
                        nameof(PortalRole.Auditor)
                    )
            );
        // After the framework's own set-up, which would throw away a convention that came before it.
        services.PostConfigure<RazorPagesOptions>(options =>
            options.Conventions.AuthorizeFolder("/Reports", Policy)
        );
        services.AddInformationRequests();
        services.AddModuleReports();
        services.AddExports();
        services.AddMonthlyReports();
        services.AddScoped<ReportPlaces>();
        services.AddScoped<ReportedProgrammes>();
        services.AddScoped<CompletionScopes>();
        services.AddScoped<CompletionTables>();
        services.AddSingleton<AgencyHistories>();
        services.AddScoped<ReadingHistory>();
        services.AddScoped<CompletionPeopleList>();
        services.AddScoped<AgencyOverviews>();
        services.AddScoped<OverviewTables>();
        return services.AddScoped<CompletionReports>();
    }
}

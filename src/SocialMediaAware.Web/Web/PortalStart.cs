using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Demonstration;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Web;

/// <summary>What happens between building the portal and serving the first page, in this order.</summary>
public static class PortalStart
{
    /// <summary>Migrates, loads and checks the content, takes in agencies, elections and programmes.</summary>
    /// <exception cref="PortalStartException">With one clear line when something is not right.</exception>
    public static async Task PrepareAsync(
        this WebApplication app,
        CancellationToken cancellationToken
    )
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<AgencyScope>().EnterEveryAgency();
        await services.GetRequiredService<DatabaseStart>().MigrateAsync(cancellationToken);
        await services.GetRequiredService<KeepPublishedTexts>().RunAsync(cancellationToken);
        await services.GetRequiredService<AgencyIntake>().RunAsync(cancellationToken);
        await services.GetRequiredService<ElectionIntake>().RunAsync(cancellationToken);
        await services.GetRequiredService<StarterProgrammes>().RunAsync(cancellationToken);
        await services.GetRequiredService<DemonstrationFilling>().RunAsync(cancellationToken);
        await services.GetRequiredService<PlanAssignments>().RunAsync(cancellationToken);
        await services.GetRequiredService<FirstAdministrator>().AnnounceAsync(cancellationToken);
        await services.GetRequiredService<LedgerStart>().OpenAsync(cancellationToken);
        await services.GetRequiredService<DemonstrationHistory>().RunAsync(cancellationToken);
    }
}

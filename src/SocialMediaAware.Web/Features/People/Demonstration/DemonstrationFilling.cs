using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.People.Demonstration;

/// <summary>
/// Fills an empty portal with made-up people, in Development only: about 250 in a tree of units, their accounts and roles, every
/// module confirmed as the rule in force of those who read it, and programmes that were launched two months ago.
/// </summary>
public sealed class DemonstrationFilling(
    PortalDbContext database,
    ContentStore content,
    DemonstrationMode demonstration,
    PlanAssignments plan,
    TimeProvider clock
)
{
    private const int Seed = 20_240_416;
    private const int LaunchedDaysAgo = 60;

    /// <summary>Fills it, unless the demonstration is off or there are people already.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!demonstration.IsOn || await database.People.AnyAsync(cancellationToken))
        {
            return;
        }

        var people = new DemonstrationPeople(
            Seed,
            new WorkingDayCalendar(content.Library.Holidays),
            clock.Today(),
            clock.GetUtcNow()
        );
        var agencies = await database
            .Agencies.OrderBy(agency => agency.Slug)
            .ToListAsync(cancellationToken);
        foreach (var agency in agencies)
        {
            if (DemonstrationUnits.Of(agency.Slug) is { } tree)
            {
                people.Populate(agency, tree);
            }
        }

        database.AddRange(people.Rows);
        await LaunchAsync(cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
        await plan.RunAsync(cancellationToken);
    }

    private async Task LaunchAsync(CancellationToken cancellationToken)
    {
        var launchedAt = clock.GetUtcNow().AddDays(-LaunchedDaysAgo);
        var programmes = await database
            .Programmes.Include(programme => programme.Modules)
            .ToListAsync(cancellationToken);
        var agencies = await database.Agencies.ToListAsync(cancellationToken);
        var rules = agencies
            .SelectMany(agency =>
                content
                    .Library.PublishedModules()
                    .Where(module => module.Audience.IncludesAgency(agency.Slug))
                    .Select(module => (AgencyId: agency.Id, Module: module))
            )
            .ToList();
        database.AddRange(
            rules.Select(rule =>
                RuleConfirmation.Confirm(
                    rule.AgencyId,
                    rule.Module.Slug,
                    rule.Module.Version.Major,
                    "Made up for the demonstration",
                    byAccountId: null,
                    launchedAt
                )
            )
        );
        foreach (var programme in programmes)
        {
            programme.Launch(
                rules
                    .Where(rule => rule.AgencyId == programme.AgencyId)
                    .Select(rule => rule.Module.Slug)
                    .ToHashSet(),
                launchedAt
            );
        }
    }
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Reports;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>The units in which HR may place somebody, as they are today.</summary>
public sealed class UnitChoices(
    PortalDbContext database,
    ReportPlaces places,
    RecordAccess access,
    TimeProvider clock
)
{
    /// <summary>The trees to choose from, one for each agency.</summary>
    /// <param name="agencyId">The one agency; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<UnitTree>> TreesAsync(
        Guid? agencyId,
        CancellationToken cancellationToken
    )
    {
        var kept = access.KeptAgencies;
        var place = await places.FindAsync(
            unit: null,
            clock.Today(),
            clock.GetUtcNow(),
            cancellationToken
        );
        return
        [
            .. (place?.Choices ?? []).Where(tree =>
                kept.Contains(tree.Root.Id) && (agencyId is null || tree.Root.Id == agencyId)
            ),
        ];
    }

    /// <summary>A unit that a form names; null when it is none of those.</summary>
    public async Task<Unit?> FindAsync(
        string? unit,
        Guid? agencyId,
        CancellationToken cancellationToken
    )
    {
        if (!Guid.TryParse(unit, out var unitId))
        {
            return null;
        }

        var trees = await TreesAsync(agencyId, cancellationToken);
        return trees.Any(tree => tree.Find(unitId) is not null)
            ? await database.Units.SingleOrDefaultAsync(one => one.Id == unitId, cancellationToken)
            : null;
    }
}

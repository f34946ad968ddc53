using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Reports.Suppression;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>A pack that was released before.</summary>
/// <param name="Request">What it answered, with its decisions.</param>
/// <param name="Pack">When it was released.</param>
/// <param name="Tables">Its tables.</param>
public sealed record EarlierPack(
    InformationRequest Request,
    ReleasedPack Pack,
    IReadOnlyList<PackTable> Tables
)
{
    /// <summary>What readers know of it. Figures that count some of the same people over another period are linked.</summary>
    /// <param name="now">What would be released now.</param>
    public EarlierRelease AsKnownBeside(Release now)
    {
        var then = PackReleases.Of(Tables);
        var periods = then
            .Cells.Select(cell => (cell.Key, Split: PackKeys.Split(cell.Key)))
            .Where(one => one.Split.Period is not null)
            .ToLookup(one => one.Split.What, StringComparer.Ordinal);
        return new(
            then,
            Request
                .Decisions.Where(decision => decision.Standing is DecisionStanding.Withheld)
                .Select(decision => decision.Key)
                .ToHashSet(StringComparer.Ordinal),
            [
                .. now
                    .Cells.Select(cell => (cell.Key, Split: PackKeys.Split(cell.Key)))
                    .Where(one => one.Split.Period is not null)
                    .SelectMany(one =>
                        periods[one.Split.What]
                            .Where(other =>
                                other.Key != one.Key
                                && Overlap(one.Split.Period!.Value, other.Split.Period!.Value)
                            )
                            .Select(other => new ReleasedLink(one.Key, other.Key))
                    ),
            ]
        );
    }

    private static bool Overlap(
        (DateOnly From, DateOnly Until) one,
        (DateOnly From, DateOnly Until) other
    ) => one.From <= other.Until && other.From <= one.Until;
}

/// <summary>Reads the packs of an agency that were released.</summary>
public sealed class EarlierPacks(PortalDbContext database)
{
    /// <summary>All of them but one, the earliest first.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="besideId">The pack that they are compared with, and all that was released after it, are left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<EarlierPack>> ReadAsync(
        Guid agencyId,
        Guid? besideId,
        CancellationToken cancellationToken
    )
    {
        var before = await database
            .ReleasedPacks.Where(pack => pack.RequestId == besideId)
            .Select(pack => (int?)pack.Number)
            .SingleOrDefaultAsync(cancellationToken);
        var packs = await database
            .ReleasedPacks.AsNoTracking()
            .Where(pack => pack.AgencyId == agencyId && (before == null || pack.Number < before))
            .OrderBy(pack => pack.Number)
            .ToListAsync(cancellationToken);
        Guid[] ids = [.. packs.Select(pack => pack.RequestId)];
        var requests = await database
            .InformationRequests.AsNoTracking()
            .Include(request => request.Decisions)
            .Where(request => ids.Contains(request.Id))
            .ToDictionaryAsync(request => request.Id, cancellationToken);
        var tables = await database
            .DrawnUpTables.AsNoTracking()
            .Where(table => ids.Contains(table.RequestId))
            .OrderBy(table => table.Order)
            .ToListAsync(cancellationToken);
        var byPack = tables.ToLookup(table => table.RequestId);
        return
        [
            .. packs.Select(pack => new EarlierPack(
                requests[pack.RequestId],
                pack,
                [.. byPack[pack.RequestId].Select(table => PackTable.FromText(table.Text))]
            )),
        ];
    }
}

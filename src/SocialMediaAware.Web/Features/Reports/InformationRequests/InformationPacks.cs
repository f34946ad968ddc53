using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>A pack as its pages show it.</summary>
/// <param name="Request">It, with its decisions.</param>
/// <param name="Agency">Whose it is.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="Released">When it was released; null while it is drawn up.</param>
/// <param name="IsHumanResources">Whether whoever looks does HR for the agency: others look only.</param>
public sealed record InformationPack(
    InformationRequest Request,
    Agency Agency,
    IReadOnlyList<PackTable> Tables,
    ReleasedPack? Released,
    bool IsHumanResources
)
{
    /// <summary>Whether something can still be decided by whoever looks.</summary>
    public bool CanDecide => IsHumanResources && Released is null;

    /// <summary>The decisions by figure.</summary>
    public IReadOnlyDictionary<string, SuppressionDecision> Decisions { get; } =
        Request.Decisions.ToDictionary(decision => decision.Key, StringComparer.Ordinal);

    /// <summary>What could still be worked out.</summary>
    public IReadOnlyList<WorkableFigure> Workable => WorkableFigure.FromText(Request.Workable);

    /// <summary>The tables with figures.</summary>
    public IEnumerable<PackTable> Figures => Tables.Where(table => table.Columns.Count > 0);

    /// <summary>How many figures are withheld.</summary>
    public int WithheldCount =>
        Request.Decisions.Count(decision => decision.Standing is DecisionStanding.Withheld);

    /// <summary>The figures that are withheld, or offered to be.</summary>
    public IReadOnlySet<string> HiddenOrOffered() =>
        Request
            .Decisions.Where(decision => decision.Standing is not DecisionStanding.Shown)
            .Select(decision => decision.Key)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>A table; null when there is none of that name.</summary>
    public PackTable? FindTable(string? name) => Tables.FirstOrDefault(table => table.Name == name);

    /// <summary>A figure of its tables; null when there is none of that key.</summary>
    public (PackTable Table, PackFigure Figure)? FindFigure(string key) =>
        Figures
            .SelectMany(table =>
                table.Figures().Select(figure => ((PackTable, PackFigure)?)(table, figure))
            )
            .FirstOrDefault(one => one!.Value.Item2.Key == key);
}

/// <summary>A line of the list of packs.</summary>
public sealed record PackLine(
    Guid Id,
    string Reference,
    string Title,
    string Agency,
    DateOnly From,
    DateOnly Until,
    DateTimeOffset DrawnUpAt,
    DateTimeOffset? ReleasedAt
);

/// <summary>A page of the list of packs.</summary>
/// <param name="Lines">The packs, the newest first.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are, at least 1.</param>
public sealed record PackList(IReadOnlyList<PackLine> Lines, int Page, int Pages);

/// <summary>Finds packs of the agencies that the signed-in account does HR for, or audits.</summary>
public sealed class InformationPacks(PortalDbContext database, SignedIn signedIn)
{
    private const int OnAPage = 25;

    /// <summary>A pack; null when it is not there for whoever asks.</summary>
    public async Task<InformationPack?> FindAsync(
        Guid requestId,
        CancellationToken cancellationToken
    )
    {
        var request = await Mine()
            .AsNoTracking()
            .Include(one => one.Decisions)
            .SingleOrDefaultAsync(one => one.Id == requestId, cancellationToken);
        if (request is null)
        {
            return null;
        }

        var agency = await database
            .Agencies.AsNoTracking()
            .SingleAsync(one => one.Id == request.AgencyId, cancellationToken);
        var released = await database
            .ReleasedPacks.AsNoTracking()
            .SingleOrDefaultAsync(pack => pack.RequestId == requestId, cancellationToken);
        return new(
            request,
            agency,
            await database.ReadTablesAsync(requestId, cancellationToken),
            released,
            signedIn.Has(PortalRole.HumanResources, request.AgencyId)
        );
    }

    /// <summary>A page of them, the newest first.</summary>
    /// <param name="page">Which page, from 1; one too far gives the last.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<PackList> ListAsync(int page, CancellationToken cancellationToken)
    {
        var count = await Mine().CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + OnAPage - 1) / OnAPage);
        var shown = Math.Clamp(page, 1, pages);
        var lines = await Mine()
            .OrderByDescending(request => request.DrawnUpAt)
            .ThenByDescending(request => request.Id)
            .Skip((shown - 1) * OnAPage)
            .Take(OnAPage)
            .Select(request => new PackLine(
                request.Id,
                request.Reference,
                request.Title,
                database
                    .Agencies.Where(agency => agency.Id == request.AgencyId)
                    .Select(agency => agency.ShortName)
                    .First(),
                request.From,
                request.Until,
                request.DrawnUpAt,
                database
                    .ReleasedPacks.Where(pack => pack.RequestId == request.Id)
                    .Select(pack => (DateTimeOffset?)pack.ReleasedAt)
                    .FirstOrDefault()
            ))
            .ToListAsync(cancellationToken);
        return new(lines, shown, pages);
    }

    private IQueryable<InformationRequest> Mine()
    {
        Guid[] mine =
        [
            .. signedIn
                .AgenciesAs(PortalRole.HumanResources)
                .Union(signedIn.AgenciesAs(PortalRole.Auditor)),
        ];
        return database.InformationRequests.Where(request => mine.Contains(request.AgencyId));
    }
}

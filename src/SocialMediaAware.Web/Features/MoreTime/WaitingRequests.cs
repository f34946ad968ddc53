using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Team;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>A request that waits, as whoever may answer it finds it.</summary>
public sealed record WaitingLine(
    Guid Id,
    Guid PersonId,
    Guid AgencyId,
    string Person,
    string Agency,
    string Programme,
    DateOnly DueOn,
    DateOnly Until,
    DateTimeOffset AskedAt
)
{
    /// <summary>Whether the reader may answer it, and not only see that it waits.</summary>
    public bool CanBeAnswered { get; init; } = true;
}

/// <summary>One page of requests that wait.</summary>
/// <param name="Lines">What it shows, the longest waiting first.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
public sealed record WaitingPage(IReadOnlyList<WaitingLine> Lines, int Count, int Page, int Pages);

/// <summary>
/// Finds the requests for more time that wait for the reader: a leader's are those of their people, HR's those of their agencies.
/// Nobody answers what they asked themself.
/// </summary>
public sealed class WaitingRequests(
    PortalDbContext database,
    MyTeam team,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>How many a page shows.</summary>
    public const int LinesOnAPage = 30;

    /// <summary>How many wait for HR.</summary>
    public Task<int> CountForAgenciesAsync(CancellationToken cancellationToken) =>
        In(PortalRole.HumanResources).CountAsync(cancellationToken);

    /// <summary>How many wait for a leader, and whoever sees to it for one.</summary>
    public async Task<int> CountForTeamAsync(CancellationToken cancellationToken) =>
        (await OfTeamAsync(cancellationToken)).Count;

    /// <summary>One page of those that wait for HR.</summary>
    public async Task<WaitingPage> ForAgenciesAsync(int page, CancellationToken cancellationToken)
    {
        var mine = In(PortalRole.HumanResources);
        var count = await mine.CountAsync(cancellationToken);
        var (shown, pages) = Clamp(page, count);
        var lines = await Described(
                mine.OrderBy(request => request.AskedAt)
                    .ThenBy(request => request.Id)
                    .Skip((shown - 1) * LinesOnAPage)
                    .Take(LinesOnAPage)
            )
            .ToListAsync(cancellationToken);
        return new(InOrder(lines), count, shown, pages);
    }

    /// <summary>One page of those that wait for a leader.</summary>
    public async Task<WaitingPage> ForTeamAsync(int page, CancellationToken cancellationToken)
    {
        var mine = await OfTeamAsync(cancellationToken);
        var (shown, pages) = Clamp(page, mine.Count);
        var some = mine.Skip((shown - 1) * LinesOnAPage).Take(LinesOnAPage).ToList();
        var ids = some.Select(one => one.Id).ToArray();
        var onlySeen = some.Where(one => !one.CanBeAnswered).Select(one => one.Id).ToHashSet();
        var lines = await Described(
                database.TimeRequests.Where(request => EF.Parameter(ids).Contains(request.Id))
            )
            .ToListAsync(cancellationToken);
        return new(
            InOrder(
                lines.Select(line => line with { CanBeAnswered = !onlySeen.Contains(line.Id) })
            ),
            mine.Count,
            shown,
            pages
        );
    }

    /// <summary>A request that HR may answer; null for another agency's and for their own. Also one that was answered meanwhile.</summary>
    public async Task<TimeRequest?> FindForAgencyAsync(
        Guid requestId,
        CancellationToken cancellationToken
    )
    {
        var request = await FindAsync(requestId, cancellationToken);
        return request is not null && signedIn.Has(PortalRole.HumanResources, request.AgencyId)
            ? request
            : null;
    }

    /// <summary>A request that a leader may answer; null for somebody else's people, and for who only sees to it for a leader.</summary>
    public async Task<TimeRequest?> FindForTeamAsync(
        Guid requestId,
        CancellationToken cancellationToken
    )
    {
        var request = await FindAsync(requestId, cancellationToken);
        if (request is null)
        {
            return null;
        }

        var members = await team.ListOfAsync(request.PersonId, cancellationToken);
        return members.Any(member => member.AgencyId == request.AgencyId && member.CanBeEnteredFor)
            ? request
            : null;
    }

    private Task<TimeRequest?> FindAsync(Guid requestId, CancellationToken cancellationToken)
    {
        var me = signedIn.PersonId ?? Guid.Empty;
        return database.TimeRequests.SingleOrDefaultAsync(
            request =>
                request.Id == requestId
                && request.PersonId != me
                && database.People.Any(person =>
                    person.Id == request.PersonId
                    && person.DiedOn == null
                    && person.MergedIntoId == null
                ),
            cancellationToken
        );
    }

    private IQueryable<TimeRequest> In(PortalRole role)
    {
        var me = signedIn.PersonId ?? Guid.Empty;
        return database
            .WaitingIn(signedIn.AgenciesAs(role))
            .Where(request => request.PersonId != me);
    }

    // Few requests wait at a time; who leads whom is looked at only when any does.
    private async Task<List<(Guid Id, bool CanBeAnswered)>> OfTeamAsync(
        CancellationToken cancellationToken
    )
    {
        var waiting = await In(PortalRole.Leader)
            .OrderBy(request => request.AskedAt)
            .ThenBy(request => request.Id)
            .Select(request => new
            {
                request.Id,
                request.PersonId,
                request.AgencyId,
            })
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return [];
        }

        var members = (await team.ListAsync(cancellationToken)).ToDictionary(member =>
            (member.PersonId, member.AgencyId)
        );
        return
        [
            .. waiting
                .Where(one => members.ContainsKey((one.PersonId, one.AgencyId)))
                .Select(one => (one.Id, members[(one.PersonId, one.AgencyId)].CanBeEnteredFor)),
        ];
    }

    private IQueryable<WaitingLine> Described(IQueryable<TimeRequest> requests)
    {
        var today = clock.Today();
        return requests.Select(request => new WaitingLine(
            request.Id,
            request.PersonId,
            request.AgencyId,
            database
                .PersonNames.HoldingOn(today)
                .Where(name => name.PersonId == request.PersonId)
                .OrderByDescending(name => name.HoldsFrom)
                .Select(name => name.Name)
                .FirstOrDefault()
                ?? "",
            database
                .Agencies.Where(agency => agency.Id == request.AgencyId)
                .Select(agency => agency.ShortName)
                .Single(),
            database
                .Assignments.Where(assignment => assignment.Id == request.AssignmentId)
                .Join(
                    database.Programmes,
                    assignment => assignment.ProgrammeId,
                    programme => programme.Id,
                    (assignment, programme) => programme.Name
                )
                .Single(),
            database
                .Assignments.Where(assignment => assignment.Id == request.AssignmentId)
                .Select(assignment => assignment.DueOn)
                .Single(),
            request.Until,
            request.AskedAt
        ));
    }

    private static IReadOnlyList<WaitingLine> InOrder(IEnumerable<WaitingLine> lines) =>
        [.. lines.OrderBy(line => line.AskedAt).ThenBy(line => line.Id)];

    private static (int Page, int Pages) Clamp(int page, int count)
    {
        var pages = Math.Max(1, (count + LinesOnAPage - 1) / LinesOnAPage);
        return (Math.Clamp(page, 1, pages), pages);
    }
}

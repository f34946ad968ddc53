using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Leaders;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Reads to whom a forecast's mails would go: one query for each kind of fact, within the caller's walls.</summary>
public sealed class ForecastReading(PortalDbContext database, ReminderTeams teams)
{
    /// <summary>What a forecast is made from, for duties in one agency.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="duties">What is owed, or will be.</param>
    /// <param name="from">The first day on which mail can still go.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ForecastInput> ReadAsync(
        Guid agencyId,
        IReadOnlyList<ForecastDuty> duties,
        DateOnly from,
        CancellationToken cancellationToken
    ) =>
        new()
        {
            Duties = duties,
            Readers = await ReadersAsync(agencyId, from, cancellationToken),
            Teams = await teams.LeadersAsync(
                database.LeadingOn(from).Where(leadership => leadership.AgencyId == agencyId),
                from,
                cancellationToken
            ),
            HumanResources =
            [
                .. (await teams.HumanResourcesAsync(cancellationToken)).Where(entry =>
                    entry.AgencyId == agencyId
                ),
            ],
        };

    private async Task<Dictionary<Guid, ForecastReader>> ReadersAsync(
        Guid agencyId,
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        var until = from.AddDays(MailForecast.DaysAhead);
        var rows = await database
            .Placements.Believed()
            .Where(placement =>
                placement.AgencyId == agencyId
                && placement.HoldsFrom < until
                && (placement.HoldsUntil == null || placement.HoldsUntil > from)
            )
            .Join(
                database.People,
                placement => placement.PersonId,
                person => person.Id,
                (placement, person) =>
                    new
                    {
                        person.Id,
                        person.TimeZone,
                        IsReached = database
                            .People.Reachable(database)
                            .Any(reached => reached.Id == person.Id),
                        placement.Region,
                        placement.HoldsFrom,
                        placement.HoldsUntil,
                    }
            )
            .ToListAsync(cancellationToken);
        var away = await AwayAsync(agencyId, cancellationToken);
        var told = await ToldAsync(from, cancellationToken);
        return rows.GroupBy(row => row.Id)
            .ToDictionary(
                person => person.Key,
                person =>
                {
                    var last = person.Any(row => row.HoldsUntil is null)
                        ? null
                        : person.Max(row => row.HoldsUntil);
                    var seen = told[person.Key].ToList();
                    return new ForecastReader(
                        person.Key,
                        person.First().IsReached,
                        person
                            .OrderBy(row => row.HoldsFrom)
                            .Select(row => row.Region)
                            .FirstOrDefault(region => region is not null)
                    )
                    {
                        TimeZone = person.First().TimeZone,
                        // On their last day, and after it, nobody is written to.
                        Away = last is { } end
                            ? [.. away[person.Key], new LeavePause(end.AddDays(-1), null)]
                            : [.. away[person.Key]],
                        LastWrittenToOn = Newest(seen),
                        ToldAsLeaderOn = Newest(seen.Where(digest => digest.HasLeaderPart)),
                        ToldAsHumanResourcesOn = Newest(
                            seen.Where(digest => digest.HasHumanResourcesPart)
                        ),
                    };
                }
            );
    }

    private async Task<ILookup<Guid, LeavePause>> AwayAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var leaves = await database
            .Leaves.Believed()
            .Where(leave => leave.AgencyId == agencyId)
            .Select(leave => new
            {
                leave.PersonId,
                leave.HoldsFrom,
                leave.HoldsUntil,
            })
            .ToListAsync(cancellationToken);
        return leaves
            .GroupBy(leave => leave.PersonId)
            .SelectMany(person =>
                LeavePause
                    .InOrder(
                        person.Select(leave => new LeavePause(leave.HoldsFrom, leave.HoldsUntil))
                    )
                    .Select(pause => (person.Key, pause))
            )
            .ToLookup(entry => entry.Key, entry => entry.pause);
    }

    private async Task<ILookup<Guid, DigestSeen>> ToldAsync(
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        var since = from.AddDays(-7);
        var digests = await database
            .ReminderDigests.Where(digest => digest.LocalDate >= since)
            .Select(digest => new DigestSeen(
                digest.PersonId,
                digest.LocalDate,
                digest.HasLeaderPart,
                digest.HasHumanResourcesPart
            ))
            .ToListAsync(cancellationToken);
        return digests.ToLookup(digest => digest.PersonId);
    }

    private static DateOnly? Newest(IEnumerable<DigestSeen> digests) =>
        digests.Select(digest => (DateOnly?)digest.LocalDate).Max();
}

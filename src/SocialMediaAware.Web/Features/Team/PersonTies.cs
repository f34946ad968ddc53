using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Leaders;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>What kind of tie it is.</summary>
public enum TieKind
{
    /// <summary>Somebody leads the person.</summary>
    Leader,

    /// <summary>Somebody leads them in another's place.</summary>
    ActingLeader,

    /// <summary>Somebody acts for the person.</summary>
    Acting,

    /// <summary>Somebody assists the person.</summary>
    Assistant,

    /// <summary>The person has a task or position of its own duties.</summary>
    Task,
}

/// <summary>One tie of a person, as it is believed now.</summary>
/// <param name="Id">The fact's id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="What">The name of the other person, or the word of the task.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day on which it no longer holds; null while no end is known.</param>
/// <param name="IsOfFeed">Whether a feed owns it, and alone changes it.</param>
public sealed record Tie(
    Guid Id,
    TieKind Kind,
    string What,
    DateOnly From,
    DateOnly? Until,
    bool IsOfFeed
)
{
    /// <summary>The last day; null while none is known.</summary>
    public DateOnly? LastDay => Until?.AddDays(-1);
}

/// <summary>Somebody who counts as a leader today.</summary>
/// <param name="Name">Who.</param>
/// <param name="Part">How.</param>
/// <param name="ForName">In whose place, or on whose behalf; null for a leader.</param>
public sealed record LeaderToday(string Name, LeaderPart Part, string? ForName);

/// <summary>Reads who leads a person, who stands in for them, and what tasks they have.</summary>
public sealed class PersonTies(
    PortalDbContext database,
    SignedIn signedIn,
    LeaderChains leaderChains,
    TimeProvider clock
)
{
    /// <summary>The ties of a person that hold today or will, those that began first first.</summary>
    public async Task<IReadOnlyList<Tie>> ReadAsync(
        Guid personId,
        IReadOnlyList<Guid> agencyIds,
        CancellationToken cancellationToken
    )
    {
        var (today, mine) = (clock.Today(), agencyIds.ToArray());
        var leaders = await database
            .Leaderships.Believed()
            .Where(one => one.PersonId == personId && mine.Contains(one.AgencyId))
            .Where(one => one.HoldsUntil == null || one.HoldsUntil > today)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var standIns = await database
            .StandIns.Believed()
            .Where(one => one.LeaderId == personId && mine.Contains(one.AgencyId))
            .Where(one => one.HoldsUntil == null || one.HoldsUntil > today)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var flags = await database
            .PersonFlags.Believed()
            .Where(one => one.PersonId == personId && mine.Contains(one.AgencyId))
            .Where(one => one.HoldsUntil == null || one.HoldsUntil > today)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var names = await NamesAsync(
            [.. leaders.Select(one => one.LeaderId), .. standIns.Select(one => one.StandInId)],
            cancellationToken
        );
        return
        [
            .. leaders
                .Select(one => new Tie(
                    one.Id,
                    one.IsActing ? TieKind.ActingLeader : TieKind.Leader,
                    names.GetValueOrDefault(one.LeaderId, ""),
                    one.HoldsFrom,
                    one.HoldsUntil,
                    one.Feed is not null
                ))
                .Concat(
                    standIns.Select(one => new Tie(
                        one.Id,
                        one.Kind == StandInKind.Acting ? TieKind.Acting : TieKind.Assistant,
                        names.GetValueOrDefault(one.StandInId, ""),
                        one.HoldsFrom,
                        one.HoldsUntil,
                        IsOfFeed: false
                    ))
                )
                .Concat(
                    flags.Select(one => new Tie(
                        one.Id,
                        TieKind.Task,
                        one.Flag,
                        one.HoldsFrom,
                        one.HoldsUntil,
                        one.Feed is not null
                    ))
                )
                .OrderBy(tie => tie.Kind)
                .ThenBy(tie => tie.From)
                .ThenBy(tie => tie.What, StringComparer.Ordinal),
        ];
    }

    /// <summary>Who counts as a leader of a person today, acting leaders, assistants and the next ones up too.</summary>
    public async Task<IReadOnlyList<LeaderToday>> LeadersTodayAsync(
        Guid personId,
        IReadOnlyList<Guid> agencyIds,
        CancellationToken cancellationToken
    )
    {
        var (today, mine) = (clock.Today(), agencyIds.ToArray());
        var direct = await database
            .LeadingOn(today)
            .Where(one => one.PersonId == personId && mine.Contains(one.AgencyId))
            .Select(one => new { one.AgencyId, one.LeaderId })
            .ToListAsync(cancellationToken);
        var chains = await leaderChains.ReadAsync(today, cancellationToken);
        var count = direct
            .GroupBy(one => one.AgencyId)
            .SelectMany(some =>
                chains.In(some.Key).LeadersOf(personId, some.Select(one => one.LeaderId))
            )
            .Distinct()
            .ToList();
        var names = await NamesAsync(
            [.. count.SelectMany(one => new[] { one.PersonId, one.ForLeaderId })],
            cancellationToken
        );
        return
        [
            .. count.Select(one => new LeaderToday(
                names.GetValueOrDefault(one.PersonId, ""),
                one.Part,
                one.Part == LeaderPart.Leads ? null : names.GetValueOrDefault(one.ForLeaderId, "")
            )),
        ];
    }

    /// <summary>The agencies in which the reader leads people of their own.</summary>
    public Task<List<Guid>> LedAgenciesAsync(CancellationToken cancellationToken) =>
        database
            .Leaderships.HoldingOn(clock.Today())
            .Where(one => one.LeaderId == signedIn.PersonId)
            .Select(one => one.AgencyId)
            .Distinct()
            .ToListAsync(cancellationToken);

    private async Task<Dictionary<Guid, string>> NamesAsync(
        Guid[] personIds,
        CancellationToken cancellationToken
    )
    {
        var people = personIds.Distinct().ToArray();
        var rows = await database
            .PersonNames.HoldingOn(clock.Today())
            .Where(name => EF.Parameter(people).Contains(name.PersonId))
            .OrderBy(name => name.HoldsFrom)
            .Select(name => new { name.PersonId, name.Name })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.PersonId)
            .ToDictionary(some => some.Key, some => some.Last().Name);
    }
}

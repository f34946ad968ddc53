using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Leaders;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Features.Reminders.Telling;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>
/// Requests for more time that wait for an answer: who leads the person is told, or whoever does in a leader's place; HR where there
/// is nobody of them here.
/// </summary>
public sealed class WaitingForAnswerers(
    PortalDbContext database,
    LeaderChains leaderChains,
    ReminderTeams teams,
    OnHold onHold,
    TimeProvider clock
) : IWaitingThings
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<WaitingThing>> FindAsync(CancellationToken cancellationToken)
    {
        var everywhere = await database
            .Agencies.Select(agency => agency.Id)
            .ToArrayAsync(cancellationToken);
        var waiting = await database
            .WaitingIn(everywhere)
            .Select(request => new Asked(request.AgencyId, request.PersonId, request.AskedAt))
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return [];
        }

        var leaders = await LeadersAsync(waiting, cancellationToken);
        var humanResources = (await teams.HumanResourcesAsync(cancellationToken)).ToLookup(
            entry => entry.AgencyId,
            entry => entry.PersonId
        );
        return
        [
            .. waiting.SelectMany(request =>
                leaders[(request.AgencyId, request.PersonId)].ToList() is { Count: > 0 } led
                    ? ThingsOf(WaitingKind.MoreTimeInTeam, request, led)
                    : ThingsOf(
                        WaitingKind.MoreTimeInAgency,
                        request,
                        humanResources[request.AgencyId]
                    )
            ),
        ];
    }

    // Nobody answers what they asked themself.
    private static IEnumerable<WaitingThing> ThingsOf(
        WaitingKind kind,
        Asked request,
        IEnumerable<Guid> readers
    ) =>
        readers
            .Where(reader => reader != request.PersonId)
            .Select(reader => new WaitingThing(kind, request.AgencyId, reader, request.At));

    // Whoever only sees to it for a leader answers nothing, and whoever is on leave is left alone.
    private async Task<ILookup<(Guid AgencyId, Guid PersonId), Guid>> LeadersAsync(
        IReadOnlyList<Asked> waiting,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var people = waiting.Select(request => request.PersonId).Distinct().ToArray();
        var rows = await database
            .LeadingOn(today)
            .Where(leadership => EF.Parameter(people).Contains(leadership.PersonId))
            .Select(leadership => new
            {
                leadership.AgencyId,
                leadership.PersonId,
                leadership.LeaderId,
            })
            .ToListAsync(cancellationToken);
        var chains = await leaderChains.ReadAsync(today, cancellationToken);
        var found = rows.GroupBy(row => (row.AgencyId, row.PersonId))
            .SelectMany(person =>
                chains
                    .In(person.Key.AgencyId)
                    .LeadersOf(person.Key.PersonId, person.Select(row => row.LeaderId))
                    .Where(leader => leader.Part != LeaderPart.Assists)
                    .Select(leader => (person.Key, leader.PersonId))
            )
            .Distinct()
            .ToList();
        var away = await onHold.AwayAsync(
            today,
            [.. found.Select(one => one.PersonId)],
            cancellationToken
        );
        return found
            .Where(one => !away.Contains(one.PersonId))
            .ToLookup(one => one.Key, one => one.PersonId);
    }

    private sealed record Asked(Guid AgencyId, Guid PersonId, DateTimeOffset At);
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Leaders;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Reads what digests are made from: one query for each kind of fact, however many people there are.</summary>
public sealed class ReminderFacts(
    PortalDbContext database,
    OnHold onHold,
    ReminderTeams teams,
    TimeProvider clock
)
{
    // The earth has two or three dates at once, and a part that comes weekly looks back a week.
    private const int DaysBack = 9;

    /// <summary>Reads it for this moment; null when it is nobody's working hours, or nobody owes anything.</summary>
    public async Task<ReminderInput?> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var zones = await database
            .People.Select(person => person.TimeZone)
            .Distinct()
            .ToListAsync(cancellationToken);
        var days = zones.Select(zone => LocalDay.At(now, zone)).ToList();
        if (!days.Exists(day => day.IsInHours))
        {
            return null;
        }

        var owed = await OwedAsync(days.Max(day => day.Date), cancellationToken);
        return owed.Count == 0
            ? null
            : new ReminderInput
            {
                Owed = owed,
                People = await PeopleAsync(cancellationToken),
                Teams = await TeamsAsync(cancellationToken),
                HumanResources = await teams.HumanResourcesAsync(cancellationToken),
                Digests = await DigestsAsync(cancellationToken),
            };
    }

    private async Task<List<Owed>> OwedAsync(DateOnly lastDay, CancellationToken cancellationToken)
    {
        var exempt = await onHold.ExemptAsync(clock.Today(), null, cancellationToken);
        var assignments = database.Assignments.StillOwed().Where(one => one.OpensOn <= lastDay);
        var sent = (
            await database
                .ReminderSteps.Join(
                    assignments,
                    step => step.AssignmentId,
                    assignment => assignment.Id,
                    (step, assignment) => step
                )
                .GroupBy(step => step.AssignmentId)
                .Select(steps => new { steps.Key, Last = steps.Max(step => step.Kind) })
                .ToListAsync(cancellationToken)
        ).ToDictionary(steps => steps.Key, steps => (ReminderStepKind?)steps.Last);
        var told = await database.ToldOtherwiseAsync(assignments, cancellationToken);
        var programmes = await RemindingAsync(cancellationToken);
        var rows = await assignments
            .Select(assignment => new
            {
                assignment.Id,
                assignment.AgencyId,
                assignment.PersonId,
                assignment.ProgrammeId,
                assignment.OpensOn,
                assignment.DueOn,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(row =>
                    programmes.ContainsKey(row.ProgrammeId)
                    && !exempt.Contains((row.PersonId, row.ProgrammeId))
                )
                .Select(row => new Owed(
                    row.Id,
                    row.AgencyId,
                    row.PersonId,
                    programmes[row.ProgrammeId].Name,
                    row.OpensOn,
                    row.DueOn,
                    sent.GetValueOrDefault(row.Id)
                )
                {
                    Reminders = programmes[row.ProgrammeId].Reminders,
                    ToldOtherwise = told.TryGetValue(row.Id, out var before) ? before : null,
                }),
        ];
    }

    // What stands still or has ended reminds nobody, also before the planner has put its assignments on hold.
    private async Task<Dictionary<Guid, (string Name, ReminderTerms Reminders)>> RemindingAsync(
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Programmes.RemindingOn(clock.Today())
            .Select(programme => new
            {
                programme.Id,
                programme.Name,
                programme.Reminders,
            })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id, row => (row.Name, row.Reminders));
    }

    private async Task<Dictionary<Guid, Reminded>> PeopleAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var away = await onHold.AwayAsync(today, null, cancellationToken);
        var names = (
            await database
                .PersonNames.HoldingOn(today)
                .Select(name => new { name.PersonId, name.Name })
                .ToListAsync(cancellationToken)
        ).ToLookup(name => name.PersonId, name => name.Name);
        // On their last day, and after it, nobody is reminded.
        var tomorrow = today.AddDays(1);
        var rows = await database
            .Placements.HoldingOn(today)
            .Where(placement =>
                placement.HoldsUntil != tomorrow
                || database
                    .Placements.HoldingOn(tomorrow)
                    .Any(next =>
                        next.PersonId == placement.PersonId && next.AgencyId == placement.AgencyId
                    )
            )
            .Join(
                database.People,
                placement => placement.PersonId,
                person => person.Id,
                (placement, person) =>
                    new
                    {
                        person.Id,
                        Email = database
                            .People.Reachable(database)
                            .Where(reached => reached.Id == person.Id)
                            .Select(reached => reached.Email)
                            .FirstOrDefault(),
                        person.TimeZone,
                        placement.AgencyId,
                        placement.Region,
                        placement.HoldsFrom,
                    }
            )
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Id)
            .ToDictionary(
                person => person.Key,
                person => new Reminded(
                    person.Key,
                    names[person.Key].FirstOrDefault() ?? "",
                    person.First().Email,
                    person.First().TimeZone,
                    person
                        .OrderBy(row => row.HoldsFrom)
                        .Select(row => row.Region)
                        .FirstOrDefault(region => region is not null),
                    person.Select(row => row.AgencyId).ToHashSet(),
                    away.Contains(person.Key)
                )
            );
    }

    // Only the teams in which something may be overdue, here or a day further west.
    private Task<IReadOnlyList<(Guid LeaderId, Guid PersonId, Guid AgencyId)>> TeamsAsync(
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        return teams.LeadersAsync(
            database
                .LeadingOn(today)
                .Where(leadership =>
                    database
                        .Assignments.StillOwed()
                        .Any(assignment =>
                            assignment.PersonId == leadership.PersonId && assignment.DueOn <= today
                        )
                ),
            today,
            cancellationToken
        );
    }

    private Task<List<DigestSeen>> DigestsAsync(CancellationToken cancellationToken)
    {
        var since = clock.Today().AddDays(-DaysBack);
        return database
            .ReminderDigests.Where(digest => digest.LocalDate >= since)
            .Select(digest => new DigestSeen(
                digest.PersonId,
                digest.LocalDate,
                digest.HasLeaderPart,
                digest.HasHumanResourcesPart
            ))
            .ToListAsync(cancellationToken);
    }
}

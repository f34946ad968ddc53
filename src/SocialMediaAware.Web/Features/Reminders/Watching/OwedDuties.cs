using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders.Watching;

/// <summary>Reads what is owed now, as a forecast asks about it: one query for each kind of fact, within the caller's walls.</summary>
public sealed class OwedDuties(PortalDbContext database)
{
    /// <summary>What people owe an agency, and what was sent about it. What is on hold is left out.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="day">The first day on which mail can still go: what stands still on it reminds nobody.</param>
    /// <param name="madeBefore">Only what had been made by then.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<List<ForecastDuty>> ReadAsync(
        Guid agencyId,
        DateOnly day,
        DateTimeOffset madeBefore,
        CancellationToken cancellationToken
    )
    {
        var owed = database
            .Assignments.StillOwed()
            .Where(assignment =>
                assignment.AgencyId == agencyId && assignment.CreatedAt <= madeBefore
            );
        var sent = (
            await database
                .ReminderSteps.Where(step => step.AgencyId == agencyId)
                .Join(
                    owed,
                    step => step.AssignmentId,
                    assignment => assignment.Id,
                    (step, assignment) => step
                )
                .GroupBy(step => step.AssignmentId)
                .Select(steps => new { steps.Key, Last = steps.Max(step => step.Kind) })
                .ToListAsync(cancellationToken)
        ).ToDictionary(steps => steps.Key, steps => (ReminderStepKind?)steps.Last);
        var reminders = await database
            .Programmes.RemindingOn(day)
            .Where(programme => programme.AgencyId == agencyId)
            .ToDictionaryAsync(
                programme => programme.Id,
                programme => programme.Reminders,
                cancellationToken
            );
        var told = await database.ToldOtherwiseAsync(owed, cancellationToken);
        var exemptions = await ExemptionsAsync(agencyId, cancellationToken);
        var rows = await owed.Select(assignment => new
            {
                assignment.Id,
                assignment.PersonId,
                assignment.ProgrammeId,
                assignment.OpensOn,
                assignment.DueOn,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(row => reminders.ContainsKey(row.ProgrammeId))
                .Select(row => new ForecastDuty(
                    row.PersonId,
                    agencyId,
                    row.OpensOn,
                    row.DueOn,
                    reminders[row.ProgrammeId]
                )
                {
                    LastSent = sent.GetValueOrDefault(row.Id),
                    ToldOtherwise = told.TryGetValue(row.Id, out var before) ? before : null,
                    Holds = [.. exemptions[(row.PersonId, row.ProgrammeId)]],
                }),
        ];
    }

    private async Task<ILookup<(Guid PersonId, Guid ProgrammeId), LeavePause>> ExemptionsAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Exemptions.Believed()
            .Where(exemption => exemption.AgencyId == agencyId)
            .Select(exemption => new
            {
                exemption.PersonId,
                exemption.ProgrammeId,
                exemption.HoldsFrom,
                exemption.HoldsUntil,
            })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(
            row => (row.PersonId, row.ProgrammeId),
            row => new LeavePause(row.HoldsFrom, row.HoldsUntil)
        );
    }
}

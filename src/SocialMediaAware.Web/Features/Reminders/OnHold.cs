using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>
/// Who is on leave or exempt on a day, as believed now: also where the planner has not looked yet. Nothing that comes of it says
/// which.
/// </summary>
public sealed class OnHold(PortalDbContext database)
{
    // Leave that touches is one. What covers a day and is longer than five days shows itself within a week to either side.
    private const int DaysAround = LeavePause.LongestThatChangesNothing + 2;

    /// <summary>People on leave of more than five days that covers a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="personIds">Of these people; null for everybody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<HashSet<Guid>> AwayAsync(
        DateOnly day,
        Guid[]? personIds,
        CancellationToken cancellationToken
    )
    {
        var (from, until) = (day.AddDays(DaysAround), day.AddDays(-DaysAround));
        var leaves = database
            .Leaves.Believed()
            .Where(leave =>
                leave.HoldsFrom <= from && (leave.HoldsUntil == null || leave.HoldsUntil >= until)
            );
        if (personIds is not null)
        {
            leaves = leaves.Where(leave => EF.Parameter(personIds).Contains(leave.PersonId));
        }

        var rows = await leaves
            .Select(leave => new
            {
                leave.PersonId,
                leave.HoldsFrom,
                leave.HoldsUntil,
            })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(leave => leave.PersonId)
            .Where(person =>
                LeavePause
                    .InOrder(
                        person.Select(leave => new LeavePause(leave.HoldsFrom, leave.HoldsUntil))
                    )
                    .Any(pause => pause.Covers(day))
            )
            .Select(person => person.Key)
            .ToHashSet();
    }

    /// <summary>Who is exempt on a day, and from which programme.</summary>
    public async Task<HashSet<(Guid PersonId, Guid ProgrammeId)>> ExemptAsync(
        DateOnly day,
        Guid[]? personIds,
        CancellationToken cancellationToken
    )
    {
        var exemptions = database.Exemptions.HoldingOn(day);
        if (personIds is not null)
        {
            exemptions = exemptions.Where(exemption =>
                EF.Parameter(personIds).Contains(exemption.PersonId)
            );
        }

        var rows = await exemptions
            .Select(exemption => new { exemption.PersonId, exemption.ProgrammeId })
            .ToListAsync(cancellationToken);
        return rows.Select(row => (row.PersonId, row.ProgrammeId)).ToHashSet();
    }
}

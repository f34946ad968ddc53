using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>Starts the clock of an assignment again when no question holds it any more. The caller saves.</summary>
public sealed class AssignmentClock(
    PortalDbContext database,
    ContentStore content,
    TimeProvider clock
)
{
    /// <summary>So many working days are left at least after an answer.</summary>
    public const int FewestWorkingDaysAfterAnswer = 3;

    /// <summary>
    /// What was left when the clock stopped runs on from today. While the person is on leave the clock stays stopped, and the
    /// leave's end starts it.
    /// </summary>
    /// <param name="question">The question that holds it no longer.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task StartAfterAsync(Question question, CancellationToken cancellationToken)
    {
        var assignment = await database
            .Assignments.OwnedBy(question.PersonId)
            .SingleOrDefaultAsync(
                assignment => assignment.Id == question.AssignmentId,
                cancellationToken
            );
        if (
            assignment?.HeldAt is not { } heldAt
            || await IsHeldByAnotherAsync(question, cancellationToken)
        )
        {
            return;
        }

        var region = await RegionOfAsync(assignment, cancellationToken);
        assignment.Resume(
            DueDate(
                new WorkingDayCalendar(content.Library.Holidays),
                heldAt.NewZealandDate(),
                assignment.DueOn,
                clock.Today(),
                region
            )
        );
        if (await IsAwayAsync(assignment, cancellationToken))
        {
            // Held anew from today, so that it is plain that the leave holds it now.
            assignment.Hold(clock.GetUtcNow());
        }
    }

    /// <summary>When something is due whose clock stood still.</summary>
    public static DateOnly DueDate(
        WorkingDayCalendar calendar,
        DateOnly heldOn,
        DateOnly dueOn,
        DateOnly today,
        string? region
    )
    {
        var left = dueOn > heldOn ? calendar.WorkingDaysBetween(heldOn, dueOn, region) : 0;
        return calendar.AddWorkingDays(today, Math.Max(left, FewestWorkingDaysAfterAnswer), region);
    }

    private Task<bool> IsHeldByAnotherAsync(
        Question question,
        CancellationToken cancellationToken
    ) =>
        database
            .Questions.AskedBy(question.PersonId)
            .Waiting()
            .AnyAsync(
                other => other.Id != question.Id && other.AssignmentId == question.AssignmentId,
                cancellationToken
            );

    private async Task<string?> RegionOfAsync(
        Assignment assignment,
        CancellationToken cancellationToken
    ) =>
        await database
            .Placements.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .HoldingOn(clock.Today())
            .Where(placement =>
                placement.PersonId == assignment.PersonId
                && placement.AgencyId == assignment.AgencyId
            )
            .OrderBy(placement => placement.HoldsFrom)
            .Select(placement => placement.Region)
            .FirstOrDefaultAsync(cancellationToken);

    private async Task<bool> IsAwayAsync(Assignment assignment, CancellationToken cancellationToken)
    {
        var leave = await database
            .Leaves.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Believed()
            .Where(leave =>
                leave.PersonId == assignment.PersonId && leave.AgencyId == assignment.AgencyId
            )
            .Select(leave => new LeavePause(leave.HoldsFrom, leave.HoldsUntil))
            .ToListAsync(cancellationToken);
        return LeavePause.InOrder(leave).Any(pause => pause.Covers(clock.Today()));
    }
}

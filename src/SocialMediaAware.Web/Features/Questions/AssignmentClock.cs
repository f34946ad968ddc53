using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>Stops the clock of an assignment while a question of it waits, and starts it again.</summary>
public sealed class AssignmentClock(
    PortalDbContext database,
    DatabaseSettings settings,
    ContentStore content,
    TimeProvider clock
)
{
    /// <summary>So many working days are left at least after an answer.</summary>
    public const int FewestWorkingDaysAfterAnswer = 3;

    /// <summary>
    /// Lets nobody else change a person's questions and assignments until the transaction ends. What was read before it may be old.
    /// </summary>
    public async Task LockAsync(Guid personId, CancellationToken cancellationToken)
    {
        // SQLite's transaction is the only writer from its start. On PostgreSQL these rows are what everybody queues for.
        if (!settings.IsPostgres)
        {
            return;
        }

        await database
            .Assignments.FromSql(
                $"SELECT * FROM assignments WHERE person_id = {personId} ORDER BY id FOR UPDATE"
            )
            .IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Select(assignment => assignment.Id)
            .ToListAsync(cancellationToken);
        await database
            .Questions.FromSql(
                $"SELECT * FROM questions WHERE person_id = {personId} ORDER BY id FOR UPDATE"
            )
            .IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Select(question => question.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Brings the hold of an assignment to what waits, after the questions were saved in this transaction and before it is
    /// committed. What was left when the clock stopped runs on from today. While the person is on leave or exempt the clock stays
    /// stopped, and the end of that starts it.
    /// </summary>
    public async Task SettleAsync(
        Guid personId,
        Guid? assignmentId,
        CancellationToken cancellationToken
    )
    {
        var assignment = await database
            .Assignments.OwnedBy(personId)
            .SingleOrDefaultAsync(each => each.Id == assignmentId, cancellationToken);
        if (assignment is null)
        {
            return;
        }

        if (await IsWaitedForAsync(assignment, cancellationToken))
        {
            assignment.Hold(clock.GetUtcNow());
        }
        else if (assignment.HeldAt is { } heldAt)
        {
            await StartAsync(assignment, heldAt, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
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

    private async Task StartAsync(
        Assignment assignment,
        DateTimeOffset heldAt,
        CancellationToken cancellationToken
    )
    {
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
        if (
            await IsAwayAsync(assignment, cancellationToken)
            || await IsExemptAsync(assignment, cancellationToken)
        )
        {
            // Held anew from today, so that it is plain that the leave or exemption holds it now.
            assignment.Hold(clock.GetUtcNow());
        }
    }

    private Task<bool> IsWaitedForAsync(
        Assignment assignment,
        CancellationToken cancellationToken
    ) =>
        database
            .Questions.AskedBy(assignment.PersonId)
            .Waiting()
            .AnyAsync(question => question.AssignmentId == assignment.Id, cancellationToken);

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

    private Task<bool> IsExemptAsync(Assignment assignment, CancellationToken cancellationToken) =>
        database
            .Exemptions.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .HoldingOn(clock.Today())
            .AnyAsync(
                exemption =>
                    exemption.PersonId == assignment.PersonId
                    && exemption.ProgrammeId == assignment.ProgrammeId,
                cancellationToken
            );
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reports;

namespace SocialMediaAware.Tests.Reports;

/// <summary>
/// Counts a past day again with what has been corrected since, slowly and plainly, and compares it with the report. Dates, placements,
/// leave and exemptions are as they are believed now; who had signed, declined or waited by the end of that day is what it was.
/// </summary>
internal sealed class SlowCorrectedCount
{
    private const int LeaveThatChangesNothing = 5;

    private static readonly TimeZoneInfo NewZealand = TimeZoneInfo.FindSystemTimeZoneById(
        "Pacific/Auckland"
    );

    private readonly List<Assignment> assignments;
    private readonly List<Placement> placements;
    private readonly List<Leave> leaves;
    private readonly List<Exemption> exemptions;
    private readonly IReadOnlyList<NotedState> notes;

    private SlowCorrectedCount(
        List<Assignment> assignments,
        List<Placement> placements,
        List<Leave> leaves,
        List<Exemption> exemptions,
        IReadOnlyList<NotedState> notes
    ) =>
        (this.assignments, this.placements, this.leaves, this.exemptions, this.notes) = (
            assignments,
            placements,
            leaves,
            exemptions,
            notes
        );

    /// <summary>Compares the corrected figures of an agency on past days.</summary>
    public static async Task AssertAsync(
        TestPortal portal,
        Agency agency,
        Programme programme,
        IReadOnlyList<NotedState> notes,
        IEnumerable<DateOnly> days,
        string where
    )
    {
        var slow = await portal.WithDatabaseAsync(async database => new SlowCorrectedCount(
            await database.Assignments.Where(one => one.AgencyId == agency.Id).ToListAsync(),
            await database.Placements.Where(one => one.AgencyId == agency.Id).ToListAsync(),
            await database.Leaves.Where(one => one.AgencyId == agency.Id).ToListAsync(),
            await database.Exemptions.Where(one => one.AgencyId == agency.Id).ToListAsync(),
            notes
        ));
        var tree = new UnitTree(agency.Id, [(agency.Id, agency.Name, null)]);
        foreach (var day in days)
        {
            var scope = new CompletionScope(
                new ReportPlace(agency.Id, tree, tree.Root, [tree]),
                [],
                new ReportedProgramme(programme.Id, programme.Name, programme.Kind, []),
                Cycle: null,
                day,
                EndOf(day),
                []
            );
            var report = await portal.WithAsync(services =>
                services
                    .GetRequiredService<CompletionReports>()
                    .CountAsync(scope, CancellationToken.None)
            );
            Assert.Equal((where, day, slow.Count(day)), (where, day, report.Corrected));
        }
    }

    private CompletionFigures Count(DateOnly day)
    {
        var statuses = assignments
            .Where(assignment => WasBefore(assignment.CreatedAt, day) || assignment.OpensOn <= day)
            .CountBy(assignment => StatusOf(assignment, day))
            .ToDictionary();
        return new(
            statuses.GetValueOrDefault(AssignmentStatus.Signed),
            statuses.GetValueOrDefault(AssignmentStatus.Open),
            statuses.GetValueOrDefault(AssignmentStatus.Overdue),
            statuses.GetValueOrDefault(AssignmentStatus.Declined),
            statuses.GetValueOrDefault(AssignmentStatus.NotDue),
            statuses.GetValueOrDefault(AssignmentStatus.OnHold),
            statuses.GetValueOrDefault(AssignmentStatus.Left)
        );
    }

    private AssignmentStatus StatusOf(Assignment assignment, DateOnly day)
    {
        if (assignment.SignedAt is { } signedAt && WasBefore(signedAt, day))
        {
            return AssignmentStatus.Signed;
        }

        if (assignment.SupersededAt is { } supersededAt && WasBefore(supersededAt, day))
        {
            return AssignmentStatus.Superseded;
        }

        if (assignment.DeclinedAt is { } declinedAt && WasBefore(declinedAt, day))
        {
            return AssignmentStatus.Declined;
        }

        if (day < assignment.OpensOn)
        {
            return AssignmentStatus.NotDue;
        }

        if (!WasPlaced(assignment.PersonId, day))
        {
            return AssignmentStatus.Left;
        }

        if (
            notes.LastOrDefault(note =>
                note.AssignmentId == assignment.Id && WasBefore(note.At, day)
            )
                is { IsHeld: true }
            || WasOnLeave(assignment.PersonId, day)
            || WasExempt(assignment.PersonId, day)
        )
        {
            return AssignmentStatus.OnHold;
        }

        return day > assignment.DueOn ? AssignmentStatus.Overdue : AssignmentStatus.Open;
    }

    private bool WasPlaced(Guid personId, DateOnly day)
    {
        foreach (var placement in placements)
        {
            if (placement.PersonId == personId && placement.UnlearntAt is null)
            {
                if (Covers(placement.HoldsFrom, placement.HoldsUntil, day))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool WasOnLeave(Guid personId, DateOnly day)
    {
        foreach (var leave in leaves)
        {
            if (leave.PersonId == personId && leave.UnlearntAt is null)
            {
                var isLong =
                    leave.HoldsUntil is not { } until
                    || until.DayNumber - leave.HoldsFrom.DayNumber > LeaveThatChangesNothing;
                if (isLong && Covers(leave.HoldsFrom, leave.HoldsUntil, day))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool WasExempt(Guid personId, DateOnly day)
    {
        foreach (var exemption in exemptions)
        {
            if (exemption.PersonId == personId && exemption.UnlearntAt is null)
            {
                if (Covers(exemption.HoldsFrom, exemption.HoldsUntil, day))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Covers(DateOnly from, DateOnly? until, DateOnly day) =>
        from <= day && (until is null || until > day);

    private static bool WasBefore(DateTimeOffset instant, DateOnly day) =>
        TimeZoneInfo.ConvertTime(instant, NewZealand).Date <= day.ToDateTime(TimeOnly.MinValue);

    private static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, NewZealand.GetUtcOffset(midnight))
            .ToUniversalTime()
            .AddTicks(-TimeSpan.TicksPerMicrosecond);
    }
}

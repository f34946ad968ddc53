using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>A date that moves with a polling day.</summary>
/// <param name="TextKey">The text that names it.</param>
/// <param name="Before">The date now.</param>
/// <param name="After">The date after the move.</param>
public sealed record MovedDate(string TextKey, DateOnly Before, DateOnly After);

/// <summary>What a move of a polling day would do.</summary>
/// <param name="Dates">The dates that move, in their order.</param>
/// <param name="OpenAssignments">How many assignments of the reader's agencies move.</param>
/// <param name="SignedAssignments">How many of theirs are signed, and stay.</param>
public sealed record PollingDayMove(
    IReadOnlyList<MovedDate> Dates,
    int OpenAssignments,
    int SignedAssignments
);

/// <summary>Says what a move of a polling day would do, before it is done.</summary>
public sealed class PollingDayMoves(PortalDbContext database, ContentStore content)
{
    /// <summary>Looks ahead. Assignments are counted inside the reader's walls.</summary>
    public async Task<PollingDayMove> LookAheadAsync(
        ElectionEvent election,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var before = election.Dates;
        var after = before with
        {
            PollingDay = day,
            PreElectionFrom = ElectionEvent.PreElectionFromOf(day),
        };
        var calendar = new WorkingDayCalendar(content.Library.Holidays);
        var cycle = election.CycleKey;
        var counts = await database
            .Assignments.Where(assignment =>
                assignment.CycleKey == cycle
                && assignment.LeftAt == null
                && assignment.DeclinedAt == null
                && assignment.SupersededAt == null
            )
            .GroupBy(assignment => assignment.SignedAt != null)
            .Select(group => new { IsSigned = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return new PollingDayMove(
            [
                new("MovesOpening", before.RefresherOpensOn, after.RefresherOpensOn),
                new("MovesDue", DueOn(before, calendar), DueOn(after, calendar)),
                new("MovesPreElection", before.PreElectionFrom, after.PreElectionFrom),
                new("MovesPollingDay", before.PollingDay, after.PollingDay),
            ],
            counts.Where(count => !count.IsSigned).Sum(count => count.Count),
            counts.Where(count => count.IsSigned).Sum(count => count.Count)
        );
    }

    // For somebody whose region keeps no day of its own.
    private static DateOnly DueOn(ElectionDates dates, WorkingDayCalendar calendar) =>
        calendar.OnOrBefore(dates.PreElectionFrom, pattern: default);
}

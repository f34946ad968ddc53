using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports.Counting;

/// <summary>Reads histories from the database: what is not held yet as a whole, and of the rest what has come since.</summary>
public sealed class ReadingHistory(
    PortalDbContext database,
    AgencyHistories histories,
    TimeProvider clock
)
{
    private readonly HistoryRows rows = new(database);
    private readonly HashSet<Guid> caughtUp = [];

    // What was recorded is committed a little later, at most when its transaction ends. So each reading looks back a while.
    private static readonly TimeSpan LookBack = TimeSpan.FromMinutes(10);

    /// <summary>Counts with an agency's history, brought up to now.</summary>
    /// <param name="agencyId">The agency; the reader stands within its walls.</param>
    /// <param name="rounds">The rounds that are counted.</param>
    /// <param name="count">What to count. It must not wait for anything.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal Task<T> CountAsync<T>(
        Guid agencyId,
        IReadOnlyList<RoundName> rounds,
        Func<AgencyHistory, IReadOnlyList<RoundHistory>, T> count,
        CancellationToken cancellationToken
    ) =>
        CountAsync(
            agencyId,
            rounds,
            [],
            default,
            (history, read, _) => count(history, read),
            cancellationToken
        );

    /// <summary>Counts with an agency's history, brought up to now, and with the courses of earlier rounds.</summary>
    /// <param name="agencyId">The agency; the reader stands within its walls.</param>
    /// <param name="rounds">The rounds that are counted.</param>
    /// <param name="earlier">The rounds of which only the course is wanted, with what they are called.</param>
    /// <param name="day">Until which day, at its end.</param>
    /// <param name="count">What to count. It must not wait for anything.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async Task<T> CountAsync<T>(
        Guid agencyId,
        IReadOnlyList<RoundName> rounds,
        IReadOnlyList<(RoundName Round, string Words)> earlier,
        DateOnly day,
        Func<
            AgencyHistory,
            IReadOnlyList<RoundHistory>,
            IReadOnlyDictionary<RoundName, RateCourse?>,
            T
        > count,
        CancellationToken cancellationToken
    )
    {
        // Walls hide what is behind them without a word: read from outside, an agency would be held as empty.
        if (!database.Scope.SeesEveryAgency && !database.Scope.AgencyIds.Contains(agencyId))
        {
            throw new InvalidOperationException("An agency is counted within its walls only.");
        }

        var history = histories.Of(agencyId);
        await history.Turn.WaitAsync(cancellationToken);
        // What was read when it breaks off does no harm: it is learnt once, however often it is read.
        try
        {
            // Once for each request: all that one page says was known at the same time.
            if (!caughtUp.Contains(agencyId) || history.ReadUntil is null)
            {
                await CatchUpAsync(agencyId, history, cancellationToken);
                caughtUp.Add(agencyId);
            }

            var read = new List<RoundHistory>();
            foreach (var name in rounds)
            {
                if (history.Find(name) is not { } round)
                {
                    round = await ReadRoundAsync(agencyId, history, name, cancellationToken);
                    history.Hold(name, round, AgencyHistories.MostHeld);
                }

                read.Add(round);
            }

            var courses = new Dictionary<RoundName, RateCourse?>();
            foreach (var (name, words) in earlier)
            {
                courses[name] = await CourseAsync(
                    agencyId,
                    history,
                    name,
                    words,
                    day,
                    cancellationToken
                );
            }

            return count(history, read, courses);
        }
        finally
        {
            history.Turn.Release();
        }
    }

    private async Task<RateCourse?> CourseAsync(
        Guid agencyId,
        AgencyHistory history,
        RoundName name,
        string words,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        if (history.EndedCourses.TryGetValue(name, out var ended) && RoundTrends.IsOver(ended, day))
        {
            return ended! with { Name = words };
        }

        if (history.Find(name) is { } held)
        {
            return RoundTrends.CourseOf(words, held, day);
        }

        var round = await ReadRoundAsync(agencyId, history, name, cancellationToken);
        var course = RoundTrends.CourseOf(words, round, day);
        if (RoundTrends.IsOver(course, day))
        {
            history.EndedCourses[name] = course;
        }
        else
        {
            history.Hold(name, round, AgencyHistories.MostHeld);
        }

        return course;
    }

    private async Task CatchUpAsync(
        Guid agencyId,
        AgencyHistory history,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        if (history.ReadUntil > now)
        {
            // The portal's date was moved back.
            history.Forget();
        }

        if (history.ReadUntil is not { } readUntil)
        {
            await ReadAgencyAsync(agencyId, history, cancellationToken);
        }
        else
        {
            var since = readUntil - LookBack;
            await HistoryRows.PlacementsAsync(
                history,
                database.Placements.Where(one => one.AgencyId == agencyId && one.LearntAt >= since),
                cancellationToken
            );
            await HistoryRows.PlacementsAsync(
                history,
                database.Placements.Where(one =>
                    one.AgencyId == agencyId && one.UnlearntAt >= since
                ),
                cancellationToken
            );
            await HistoryRows.StatesAsync(
                history,
                database.AssignmentRecords.Where(one =>
                    one.AgencyId == agencyId && one.RecordedAt >= since
                ),
                into: null,
                cancellationToken
            );
            await rows.StepsAsync(agencyId, history, since, cancellationToken);
        }

        history.ReadUntil = now;
    }

    private async Task ReadAgencyAsync(
        Guid agencyId,
        AgencyHistory history,
        CancellationToken cancellationToken
    )
    {
        await HistoryRows.PlacementsAsync(
            history,
            database.Placements.Where(one => one.AgencyId == agencyId),
            cancellationToken
        );
        var rounds = await database
            .AssignmentRecords.Where(record => record.AgencyId == agencyId)
            .GroupBy(record => new { record.ProgrammeId, record.CycleKey })
            .Select(round => new
            {
                round.Key.ProgrammeId,
                round.Key.CycleKey,
                OpensOn = round.Min(record => record.OpensOn),
            })
            .ToListAsync(cancellationToken);
        foreach (var round in rounds)
        {
            history.KnownRounds[(round.ProgrammeId, round.CycleKey)] = new(
                round.ProgrammeId,
                round.CycleKey,
                round.OpensOn
            );
        }
    }

    private async Task<RoundHistory> ReadRoundAsync(
        Guid agencyId,
        AgencyHistory history,
        RoundName name,
        CancellationToken cancellationToken
    )
    {
        var round = new RoundHistory();
        var (programmeId, cycle) = name;
        await HistoryRows.StatesAsync(
            history,
            database.AssignmentRecords.Where(record =>
                record.AgencyId == agencyId
                && record.ProgrammeId == programmeId
                && (cycle == null || record.CycleKey == cycle)
            ),
            round,
            cancellationToken
        );
        var assignments = database.Assignments.Where(one =>
            one.AgencyId == agencyId
            && one.ProgrammeId == programmeId
            && (cycle == null || one.CycleKey == cycle)
        );
        await rows.StepsAsync(round, assignments, cancellationToken);
        return round;
    }
}

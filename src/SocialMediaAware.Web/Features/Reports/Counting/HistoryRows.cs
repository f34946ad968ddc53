using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Web.Features.Reports.Counting;

/// <summary>Takes rows of the database into histories, one by one as they come.</summary>
internal sealed class HistoryRows(PortalDbContext database)
{
    /// <summary>Placements.</summary>
    public static async Task PlacementsAsync(
        AgencyHistory history,
        IQueryable<Placement> placements,
        CancellationToken cancellationToken
    )
    {
        var rows = placements
            .Select(one => new
            {
                one.Id,
                one.PersonId,
                one.UnitId,
                one.HoldsFrom,
                one.HoldsUntil,
                one.LearntAt,
                one.UnlearntAt,
            })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            history.Placements.Learn(
                row.PersonId,
                new KnownPlacement
                {
                    Id = row.Id,
                    UnitNumber = history.Placements.UnitNumberOf(row.UnitId),
                    HoldsFrom = row.HoldsFrom.DayNumber,
                    HoldsUntil = row.HoldsUntil?.DayNumber ?? KnownState.Never,
                    LearntOn = KnownState.DayOf(row.LearntAt),
                    UnlearntOn = KnownState.DayOf(row.UnlearntAt),
                }
            );
        }
    }

    /// <summary>States: into one history that is read as a whole, or, of what has come since, into those that hold its round.</summary>
    public static async Task StatesAsync(
        AgencyHistory history,
        IQueryable<AssignmentRecord> records,
        RoundHistory? into,
        CancellationToken cancellationToken
    )
    {
        var rows = records.AsNoTracking().AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            var state = StateOf(row);
            var person = history.Placements.NumberOf(row.PersonId);
            if (into is not null)
            {
                into.Learn(row.AssignmentId, row.CycleKey, person, state);
                continue;
            }

            history.KnownRounds.TryAdd(
                (row.ProgrammeId, row.CycleKey),
                new(row.ProgrammeId, row.CycleKey, row.OpensOn)
            );
            foreach (var round in history.HoldersOf(row.ProgrammeId, row.CycleKey))
            {
                round.Learn(row.AssignmentId, row.CycleKey, person, state);
            }
        }
    }

    private static KnownState StateOf(AssignmentRecord record) =>
        new()
        {
            Revision = record.Revision,
            KnownOn = KnownState.DayOf(record.RecordedAt),
            OpensOn = record.OpensOn.DayNumber,
            DueOn = record.DueOn.DayNumber,
            SignedOn = KnownState.DayOf(record.SignedAt),
            DeclinedOn = KnownState.DayOf(record.DeclinedAt),
            SupersededOn = KnownState.DayOf(record.SupersededAt),
            LeftOn = KnownState.DayOf(record.LeftAt),
            IsHeld = record.HeldAt is not null,
            PersonKind = record.PersonKind,
        };

    public async Task StepsAsync(
        RoundHistory round,
        IQueryable<Assignment> assignments,
        CancellationToken cancellationToken
    )
    {
        var modules = assignments
            .SelectMany(one => one.Modules)
            .GroupBy(module => module.AssignmentId)
            .Select(some => new { some.Key, Count = some.Count() })
            .AsAsyncEnumerable();
        await foreach (var row in modules.WithCancellation(cancellationToken))
        {
            round.LearnModules(row.Key, row.Count);
        }

        var begun = database
            .Readings.Join(assignments, one => one.AssignmentId, one => one.Id, (one, _) => one)
            .GroupBy(reading => reading.AssignmentId)
            .Select(some => new { some.Key, First = some.Min(one => one.BegunAt) })
            .AsAsyncEnumerable();
        await foreach (var row in begun.WithCancellation(cancellationToken))
        {
            round.LearnBegun(row.Key, KnownState.DayOf(row.First));
        }

        await PracticeAsync(
            database.QuizAttempts.Join(
                assignments,
                one => one.AssignmentId,
                one => one.Id,
                (one, _) => one
            ),
            _ => [round],
            cancellationToken
        );
    }

    /// <summary>Who began and who passed since, in the rounds that are held.</summary>
    public async Task StepsAsync(
        Guid agencyId,
        AgencyHistory history,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var begun = database
            .Readings.Where(one => one.AgencyId == agencyId && one.BegunAt >= since)
            .Join(
                database.Assignments,
                reading => reading.AssignmentId,
                assignment => assignment.Id,
                (reading, assignment) =>
                    new
                    {
                        assignment.Id,
                        assignment.ProgrammeId,
                        assignment.CycleKey,
                        reading.BegunAt,
                    }
            )
            .AsAsyncEnumerable();
        await foreach (var row in begun.WithCancellation(cancellationToken))
        {
            foreach (var round in history.HoldersOf(row.ProgrammeId, row.CycleKey))
            {
                round.LearnBegun(row.Id, KnownState.DayOf(row.BegunAt));
            }
        }

        await PracticeAsync(
            database.QuizAttempts.Where(one => one.AgencyId == agencyId && one.BegunAt >= since),
            row => history.HoldersOf(row.ProgrammeId, row.CycleKey),
            cancellationToken
        );
        await PracticeAsync(
            database.QuizAttempts.Where(one => one.AgencyId == agencyId && one.PassedAt >= since),
            row => history.HoldersOf(row.ProgrammeId, row.CycleKey),
            cancellationToken
        );
    }

    private async Task PracticeAsync(
        IQueryable<QuizAttempt> attempts,
        Func<PracticeRow, IEnumerable<RoundHistory>> holders,
        CancellationToken cancellationToken
    )
    {
        // A module is counted as passed when its turn comes, so in the order in which they were.
        var rows = attempts
            .OrderBy(attempt => attempt.PassedAt)
            .Join(
                database.Assignments,
                attempt => attempt.AssignmentId,
                assignment => assignment.Id,
                (attempt, assignment) =>
                    new PracticeRow
                    {
                        AssignmentId = assignment.Id,
                        ProgrammeId = assignment.ProgrammeId,
                        CycleKey = assignment.CycleKey,
                        ModuleSlug = attempt.ModuleSlug,
                        BegunAt = attempt.BegunAt,
                        PassedAt = attempt.PassedAt,
                    }
            )
            .OrderBy(row => row.PassedAt)
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            foreach (var round in holders(row))
            {
                round.LearnPractice(
                    row.AssignmentId,
                    row.ModuleSlug,
                    KnownState.DayOf(row.BegunAt),
                    KnownState.DayOf(row.PassedAt)
                );
            }
        }
    }

    private sealed record PracticeRow
    {
        public required Guid AssignmentId { get; init; }

        public required Guid ProgrammeId { get; init; }

        public required string CycleKey { get; init; }

        public required string ModuleSlug { get; init; }

        public required DateTimeOffset BegunAt { get; init; }

        public required DateTimeOffset? PassedAt { get; init; }
    }
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>
/// Reads what may be shown of the time that modules take. Where enough more people have finished since, it is worked out anew: person
/// after person as the database gives them, keeping two numbers of each and no name.
/// </summary>
public sealed class ShowingTimes(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Reads the times of modules in an agency, round by round.</summary>
    public async Task<IReadOnlyList<ShownTimes>> ReadAsync(
        Guid agencyId,
        IReadOnlyList<string> moduleSlugs,
        CancellationToken cancellationToken
    )
    {
        var rounds = await RoundsAsync(agencyId, moduleSlugs, cancellationToken);
        var kept = await KeptAsync(agencyId, moduleSlugs, cancellationToken);
        var shown = kept.ToDictionary(times => (times.ModuleSlug, times.CycleKey));
        var due = rounds
            .GroupBy(round => (round.ModuleSlug, CycleKey: ScenarioTally.CycleOf(round.CycleKey)))
            .Where(cell =>
                StepsOfFive.AreFullForTimes(
                    shown.GetValueOrDefault(cell.Key)?.People ?? 0,
                    cell.Sum(round => round.People)
                )
            )
            .ToList();
        if (due.Count == 0)
        {
            return kept;
        }

        var now = clock.GetUtcNow();
        foreach (var (cell, times) in await TakenAsync(agencyId, due, cancellationToken))
        {
            var taken =
                shown.GetValueOrDefault(cell)
                ?? ShownTimes.Begin(agencyId, cell.ModuleSlug, cell.CycleKey);
            if (taken.TakeAnew(times, now) && shown.TryAdd(cell, taken))
            {
                database.Add(taken);
            }
        }

        return await KeepAsync(cancellationToken)
            ? [.. shown.Values]
            : await KeptAsync(agencyId, moduleSlugs, cancellationToken);
    }

    private Task<List<ShownTimes>> KeptAsync(
        Guid agencyId,
        IReadOnlyList<string> moduleSlugs,
        CancellationToken cancellationToken
    ) =>
        database
            .ShownTimes.Where(shown =>
                shown.AgencyId == agencyId && moduleSlugs.Contains(shown.ModuleSlug)
            )
            .ToListAsync(cancellationToken);

    private async Task<List<FinishedRound>> RoundsAsync(
        Guid agencyId,
        IReadOnlyList<string> moduleSlugs,
        CancellationToken cancellationToken
    ) =>
        await (
            from done in Finished(agencyId, moduleSlugs)
            group done by new { done.ModuleSlug, done.CycleKey } into round
            select new FinishedRound(
                round.Key.ModuleSlug,
                round.Key.CycleKey,
                round.Select(one => one.PersonId).Distinct().Count()
            )
        ).ToListAsync(cancellationToken);

    // Those who took the short path read what changed for them alone: their time says nothing about the module.
    private IQueryable<FinishedModule> Finished(Guid agencyId, IReadOnlyList<string> moduleSlugs) =>
        from attempt in database.QuizAttempts
        where
            attempt.AgencyId == agencyId
            && attempt.PassedAt != null
            && moduleSlugs.Contains(attempt.ModuleSlug)
        join assignment in database.Assignments on attempt.AssignmentId equals assignment.Id
        join reading in database.Readings
            on new { attempt.AssignmentId, attempt.ModuleSlug } equals new
            {
                reading.AssignmentId,
                reading.ModuleSlug,
            }
        select new FinishedModule
        {
            AttemptId = attempt.Id,
            PersonId = attempt.PersonId,
            ModuleSlug = attempt.ModuleSlug,
            CycleKey = assignment.CycleKey,
            ReadFrom = reading.BegunAt,
            BegunAt = attempt.BegunAt,
            PassedAt = attempt.PassedAt!.Value,
        };

    private async Task<Dictionary<(string ModuleSlug, string CycleKey), TimesTaken>> TakenAsync(
        Guid agencyId,
        List<IGrouping<(string ModuleSlug, string CycleKey), FinishedRound>> due,
        CancellationToken cancellationToken
    )
    {
        var taken = due.ToDictionary(cell => cell.Key, _ => new TimesTaken());
        string[] cycleKeys =
        [
            .. due.SelectMany(cell => cell).Select(one => one.CycleKey).Distinct(),
        ];
        var traces =
            from done in Finished(agencyId, [.. due.Select(cell => cell.Key.ModuleSlug).Distinct()])
            where EF.Parameter(cycleKeys).Contains(done.CycleKey)
            from opened in database
                .OpenedSections.Where(opened =>
                    opened.PersonId == done.PersonId
                    && opened.ModuleSlug == done.ModuleSlug
                    && opened.OpenedAt >= done.ReadFrom
                    && opened.OpenedAt <= done.BegunAt
                )
                .DefaultIfEmpty()
            orderby done.AttemptId
            select new { done, OpenedAt = (DateTimeOffset?)opened!.OpenedAt };
        FinishedModule? last = null;
        var readAt = new List<DateTimeOffset>();
        await foreach (var trace in traces.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (last?.AttemptId != trace.done.AttemptId)
            {
                Add(taken, last, readAt);
                (last, readAt) = (trace.done, [trace.done.ReadFrom]);
            }

            if (trace.OpenedAt is { } openedAt)
            {
                readAt.Add(openedAt);
            }
        }

        Add(taken, last, readAt);
        return taken;
    }

    private static void Add(
        Dictionary<(string ModuleSlug, string CycleKey), TimesTaken> taken,
        FinishedModule? done,
        List<DateTimeOffset> readAt
    )
    {
        if (
            done is not null
            && taken.TryGetValue(
                (done.ModuleSlug, ScenarioTally.CycleOf(done.CycleKey)),
                out var times
            )
        )
        {
            times.Add(done.PersonId, readAt, done.BegunAt, done.PassedAt);
        }
    }

    // Somebody else who looks at the same moment worked it out first: theirs is what everybody sees.
    private async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsUniqueViolation())
        {
            database.ChangeTracker.Clear();
            return false;
        }
    }

    private sealed record FinishedRound(string ModuleSlug, string CycleKey, int People);

    private sealed class FinishedModule
    {
        public required Guid AttemptId { get; init; }
        public required Guid PersonId { get; init; }
        public required string ModuleSlug { get; init; }
        public required string CycleKey { get; init; }
        public required DateTimeOffset ReadFrom { get; init; }
        public required DateTimeOffset BegunAt { get; init; }
        public required DateTimeOffset PassedAt { get; init; }
    }
}

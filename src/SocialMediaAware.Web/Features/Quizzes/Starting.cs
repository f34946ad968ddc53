using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>A person starts a quiz: a module's, or the refresher of their assignment.</summary>
public sealed class Starting(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Draws and keeps an attempt, unless there is one already: starting twice starts once.</summary>
    public async Task StartAsync(
        Assignment assignment,
        QuizSubject subject,
        CancellationToken cancellationToken
    )
    {
        var attempts = database.QuizAttempts.Of(assignment.PersonId, assignment.Id).At(subject);
        var before = await attempts.CountAsync(cancellationToken);
        var added = subject.IsRefresher
            ? await DrawRefresherAsync(assignment, subject, cancellationToken)
            : await DrawAsync(assignment, subject, cancellationToken);
        if (!added)
        {
            return;
        }

        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The other tab was first: its attempt is the one.
            database.ChangeTracker.Clear();
            if (await attempts.CountAsync(cancellationToken) <= before)
            {
                throw;
            }
        }
    }

    private async Task<bool> DrawAsync(
        Assignment assignment,
        QuizSubject subject,
        CancellationToken cancellationToken
    )
    {
        var attempts = database.QuizAttempts.Of(assignment.PersonId, assignment.Id).At(subject);
        if (await attempts.AnyAsync(cancellationToken))
        {
            return false;
        }

        var metAt = await ReadMetAsync(assignment.PersonId, subject, cancellationToken);
        var seed = NewSeed();
        var drawn = QuizDraw.Draw(subject.Scenarios, subject.RulesFor(metAt, seed));
        database.QuizAttempts.Add(
            QuizAttempt.Begin(
                assignment,
                subject.Modules[0],
                seed,
                drawn,
                metAt.Keys.ToHashSet(),
                clock.GetUtcNow()
            )
        );
        return true;
    }

    private async Task<bool> DrawRefresherAsync(
        Assignment assignment,
        QuizSubject subject,
        CancellationToken cancellationToken
    )
    {
        var rounds = await database
            .QuizAttempts.Of(assignment.PersonId, assignment.Id)
            .At(subject)
            .Include(attempt => attempt.Drawn)
            .Include(attempt => attempt.Refreshed)
            .AsSplitQuery()
            .OrderBy(attempt => attempt.Major)
            .ToListAsync(cancellationToken);
        var standing = RefresherRounds.Of(subject, rounds);
        if (!standing.CanBegin)
        {
            return false;
        }

        if (standing.Outdated is { } outdated)
        {
            database.QuizAttempts.Remove(outdated);
        }

        var metAt = await ReadMetAsync(assignment.PersonId, subject, cancellationToken);
        var seed = NewSeed();
        var drawn = RefresherDraw.Draw(
            standing.Open.Scenarios,
            new RefresherRules(
                standing.Count,
                subject.ChangedObligations,
                await ReadMissedAsync(assignment.PersonId, subject, cancellationToken),
                metAt,
                subject.Phases,
                seed
            )
        );
        await BeginAsync(assignment, standing, drawn, metAt, seed, cancellationToken);
        return true;
    }

    private async Task BeginAsync(
        Assignment assignment,
        RefresherRounds standing,
        IReadOnlyList<Scenario> drawn,
        Dictionary<string, DateTimeOffset> metAt,
        long seed,
        CancellationToken cancellationToken
    )
    {
        var at = clock.GetUtcNow();
        var attempt = QuizAttempt.BeginRefresher(
            assignment,
            standing.NextRound,
            standing.Open.Modules,
            seed,
            drawn,
            metAt.Keys.ToHashSet(),
            at
        );
        // Where nothing can be drawn today, nothing is left to ask.
        attempt.Conclude(at);
        database.QuizAttempts.Add(attempt);
        var readings = await database
            .Readings.Of(assignment)
            .ToDictionaryAsync(reading => reading.ModuleSlug, cancellationToken);
        // Who practises has begun with these versions, also where nothing was left to read, and finishes with them.
        foreach (var module in standing.Open.Modules)
        {
            if (!readings.TryGetValue(module.Slug, out var reading))
            {
                reading = Reading.Begin(assignment, module.Slug, module.Version, at);
                database.Readings.Add(reading);
            }

            reading.MoveToVersion(module.Version.Major, module.Version.Minor);
        }
    }

    private Task<Dictionary<string, DateTimeOffset>> ReadMetAsync(
        Guid personId,
        QuizSubject subject,
        CancellationToken cancellationToken
    ) =>
        database
            .ScenariosMet.MetBy(personId, subject.ModuleSlugs)
            .ToDictionaryAsync(
                each => each.ScenarioSlug,
                each => each.LastMetAt,
                cancellationToken
            );

    private async Task<Dictionary<string, DateTimeOffset>> ReadMissedAsync(
        Guid personId,
        QuizSubject subject,
        CancellationToken cancellationToken
    )
    {
        var moduleSlugs = subject.ModuleSlugs;
        var missed = await database
            .ObligationsMissed.Where(each =>
                each.PersonId == personId && moduleSlugs.Contains(each.ModuleSlug)
            )
            .Select(each => new { each.ObligationId, each.LastMissedAt })
            .ToListAsync(cancellationToken);
        return missed
            .GroupBy(each => each.ObligationId)
            .ToDictionary(group => group.Key, group => group.Max(each => each.LastMissedAt));
    }

    private static long NewSeed() =>
        BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>Says where a person stands with the quizzes of an assignment, for the pages that read and that sign.</summary>
public sealed class QuizStanding(PortalDbContext database, ContentStore content)
{
    /// <summary>Where they stand with one module's quiz, or on the short path with the refresher that is for it too.</summary>
    /// <param name="IsPassed">Whether nothing more is asked; also true for a module without a quiz.</param>
    /// <param name="HasBegun">Whether they began.</param>
    /// <param name="AnsweredCount">How many situations they answered.</param>
    /// <param name="DrawnCount">How many were put to them so far; a wrong answer adds one.</param>
    /// <param name="Evidence">What a signature rests on; null before it is passed, and for a module without a quiz.</param>
    public sealed record Result(
        bool IsPassed,
        bool HasBegun,
        int AnsweredCount,
        int DrawnCount,
        PassedAttempt? Evidence
    );

    /// <summary>Reads where a person stands with one module's quiz.</summary>
    public async Task<Result> ReadAsync(
        Guid personId,
        Guid assignmentId,
        string moduleSlug,
        ContentVersion version,
        CancellationToken cancellationToken
    )
    {
        var standings = await ReadAsync(
            personId,
            [(assignmentId, moduleSlug, version)],
            cancellationToken
        );
        return standings[(assignmentId, moduleSlug)];
    }

    /// <summary>Reads where a person stands with several modules of an assignment, in one query.</summary>
    /// <returns>A result for each module asked for, by its slug.</returns>
    public async Task<IReadOnlyDictionary<string, Result>> ReadAsync(
        Guid personId,
        Guid assignmentId,
        IReadOnlyCollection<(string ModuleSlug, ContentVersion Version)> modules,
        CancellationToken cancellationToken
    )
    {
        var standings = await ReadAsync(
            personId,
            [.. modules.Select(module => (assignmentId, module.ModuleSlug, module.Version))],
            cancellationToken
        );
        return standings.ToDictionary(
            entry => entry.Key.ModuleSlug,
            entry => entry.Value,
            StringComparer.Ordinal
        );
    }

    /// <summary>Reads where a person stands with modules of several assignments, in one query.</summary>
    /// <returns>A result for each module asked for, by its assignment and slug.</returns>
    public async Task<
        IReadOnlyDictionary<(Guid AssignmentId, string ModuleSlug), Result>
    > ReadAsync(
        Guid personId,
        IReadOnlyCollection<(Guid AssignmentId, string ModuleSlug, ContentVersion Version)> modules,
        CancellationToken cancellationToken
    )
    {
        Guid[] assignmentIds = [.. modules.Select(module => module.AssignmentId).Distinct()];
        var attempts = await database
            .QuizAttempts.Of(personId, assignmentIds)
            .Select(attempt => new AttemptStanding(
                attempt.AssignmentId,
                attempt.ModuleSlug,
                attempt.Major,
                attempt.Minor,
                attempt.PassedAt != null,
                attempt.Evidence,
                attempt.Drawn.Count,
                attempt.Drawn.Count(each => each.Outcome != null),
                attempt
                    .Refreshed.Select(each => new RefreshedStanding(
                        each.ModuleSlug,
                        each.Major,
                        each.Minor,
                        each.Evidence
                    ))
                    .ToList()
            ))
            .ToListAsync(cancellationToken);
        return modules.ToDictionary(
            module => (module.AssignmentId, module.ModuleSlug),
            module =>
                ResultOf(
                    module.ModuleSlug,
                    module.Version,
                    attempts
                        .Where(attempt => attempt.AssignmentId == module.AssignmentId)
                        .Select(attempt => attempt.For(module.ModuleSlug, module.Version))
                        .OfType<AttemptStanding>()
                        .OrderByDescending(attempt => attempt.IsPassed)
                        .FirstOrDefault()
                )
        );
    }

    private Result ResultOf(string moduleSlug, ContentVersion version, AttemptStanding? attempt) =>
        attempt switch
        {
            null => new Result(!HasQuiz(moduleSlug, version), HasBegun: false, 0, 0, null),
            { IsPassed: false } => new Result(
                IsPassed: false,
                HasBegun: true,
                attempt.Answered,
                attempt.Drawn,
                null
            ),
            _ => new Result(
                IsPassed: true,
                HasBegun: true,
                attempt.Drawn,
                attempt.Drawn,
                QuizEvidence.ReadCanonicalForm(attempt.Evidence!)
            ),
        };

    // A version that nobody knows has its quiz still ahead: nothing passes by being missing.
    private bool HasQuiz(string moduleSlug, ContentVersion version) =>
        content.Library.FindVersion(moduleSlug, version) is not { Quiz.Draw: 0 };

    private sealed record AttemptStanding(
        Guid AssignmentId,
        string ModuleSlug,
        int Major,
        int Minor,
        bool IsPassed,
        byte[]? Evidence,
        int Drawn,
        int Answered,
        List<RefreshedStanding> Refreshed
    )
    {
        // What it says about a version: as that module's own attempt, or as the refresher that is for it too.
        public AttemptStanding? For(string moduleSlug, ContentVersion version) =>
            ModuleSlug == moduleSlug && Major == version.Major && Minor == version.Minor ? this
            : Refreshed.Find(each =>
                each.ModuleSlug == moduleSlug
                && each.Major == version.Major
                && each.Minor == version.Minor
            )
                is { } refreshed
                ? this with
                {
                    Evidence = refreshed.Evidence,
                }
            : null;
    }

    private sealed record RefreshedStanding(
        string ModuleSlug,
        int Major,
        int Minor,
        byte[]? Evidence
    );
}

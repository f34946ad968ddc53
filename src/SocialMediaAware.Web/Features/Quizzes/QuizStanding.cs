using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>Says where a person stands with the quizzes of an assignment, for the pages that read and that sign.</summary>
public sealed class QuizStanding(PortalDbContext database, ContentStore content)
{
    /// <summary>Where they stand with one module's quiz.</summary>
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
            assignmentId,
            [(moduleSlug, version)],
            cancellationToken
        );
        return standings[moduleSlug];
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
        var attempts = await database
            .QuizAttempts.Of(personId, assignmentId)
            .Select(attempt => new
            {
                attempt.ModuleSlug,
                attempt.Major,
                attempt.Minor,
                attempt.PassedAt,
                attempt.Evidence,
                Drawn = attempt.Drawn.Count,
                Answered = attempt.Drawn.Count(each => each.Outcome != null),
            })
            .ToListAsync(cancellationToken);
        var results = new Dictionary<string, Result>(StringComparer.Ordinal);
        foreach (var (moduleSlug, version) in modules)
        {
            var attempt = attempts.Find(each =>
                each.ModuleSlug == moduleSlug
                && each.Major == version.Major
                && each.Minor == version.Minor
            );
            results[moduleSlug] = attempt switch
            {
                null => new Result(!HasQuiz(moduleSlug, version), HasBegun: false, 0, 0, null),
                { PassedAt: null } => new Result(
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
        }

        return results;
    }

    // A version that nobody knows has its quiz still ahead: nothing passes by being missing.
    private bool HasQuiz(string moduleSlug, ContentVersion version) =>
        content.Library.FindVersion(moduleSlug, version) is not { Quiz.Draw: 0 };
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>Questions about attempts.</summary>
public static class QuizQueries
{
    /// <summary>A person's own attempts for an assignment, over all walls.</summary>
    public static IQueryable<QuizAttempt> Of(
        this IQueryable<QuizAttempt> attempts,
        Guid personId,
        Guid assignmentId
    ) =>
        attempts
            .IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(attempt => attempt.PersonId == personId && attempt.AssignmentId == assignmentId);

    /// <summary>A person's attempts for any of their own assignments, read over the walls.</summary>
    public static IQueryable<QuizAttempt> Of(
        this IQueryable<QuizAttempt> attempts,
        Guid personId,
        IReadOnlyCollection<Guid> assignmentIds
    ) =>
        attempts
            .IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(attempt =>
                attempt.PersonId == personId && assignmentIds.Contains(attempt.AssignmentId)
            );

    /// <summary>The attempts at a version of a module: one an assignment at most.</summary>
    public static IQueryable<QuizAttempt> At(
        this IQueryable<QuizAttempt> attempts,
        string moduleSlug,
        ContentVersion version
    ) =>
        attempts.Where(attempt =>
            attempt.ModuleSlug == moduleSlug
            && attempt.Major == version.Major
            && attempt.Minor == version.Minor
        );

    /// <summary>The attempts at what a quiz is about: of one module's own at most one, of a refresher one a round.</summary>
    public static IQueryable<QuizAttempt> At(
        this IQueryable<QuizAttempt> attempts,
        QuizSubject subject
    ) =>
        subject.IsRefresher
            ? attempts.Where(attempt => attempt.ModuleSlug == "")
            : attempts.At(subject.Modules[0].Slug, subject.Modules[0].Version);

    /// <summary>The scenarios of some modules that a person met.</summary>
    public static IQueryable<ScenarioMet> MetBy(
        this IQueryable<ScenarioMet> met,
        Guid personId,
        IReadOnlyCollection<string> moduleSlugs
    ) => met.Where(each => each.PersonId == personId && moduleSlugs.Contains(each.ModuleSlug));
}

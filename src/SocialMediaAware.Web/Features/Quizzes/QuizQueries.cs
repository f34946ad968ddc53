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

    /// <summary>The scenarios of a module that a person met.</summary>
    public static IQueryable<ScenarioMet> MetBy(
        this IQueryable<ScenarioMet> met,
        Guid personId,
        string moduleSlug
    ) => met.Where(each => each.PersonId == personId && each.ModuleSlug == moduleSlug);
}

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
}

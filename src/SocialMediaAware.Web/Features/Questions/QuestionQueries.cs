using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>Questions that questions answer.</summary>
public static class QuestionQueries
{
    /// <summary>What a person asked, also in agencies they have left: it is read over the walls.</summary>
    public static IQueryable<Question> AskedBy(
        this IQueryable<Question> questions,
        Guid? personId
    ) =>
        questions
            .IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(question => question.PersonId == personId);

    /// <summary>What the advisers of these agencies were asked.</summary>
    public static IQueryable<Question> AskedIn(
        this IQueryable<Question> questions,
        IReadOnlyCollection<Guid> agencyIds
    ) => questions.Where(question => agencyIds.Contains(question.AgencyId));

    /// <summary>What waits for an adviser.</summary>
    public static IQueryable<Question> Waiting(this IQueryable<Question> questions) =>
        questions.Where(question => question.WaitingSince != null);
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>Questions that requests for more time answer.</summary>
public static class TimeRequestQueries
{
    /// <summary>A person's own requests, also in agencies they have left: they are read over the walls.</summary>
    public static IQueryable<TimeRequest> AskedBy(
        this IQueryable<TimeRequest> requests,
        Guid personId
    ) =>
        requests
            .IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(request => request.PersonId == personId);

    /// <summary>
    /// Requests that somebody has to answer: not answered or taken back, of somebody who is here, for what is still owed. What was
    /// signed meanwhile, or not agreed to, needs no time.
    /// </summary>
    public static IQueryable<TimeRequest> WaitingIn(
        this PortalDbContext database,
        IReadOnlyCollection<Guid> agencyIds
    ) =>
        database.TimeRequests.Where(request =>
            agencyIds.Contains(request.AgencyId)
            && request.AnsweredAt == null
            && request.TakenBackAt == null
            && database.Assignments.Any(assignment =>
                assignment.Id == request.AssignmentId
                && assignment.SignedAt == null
                && assignment.DeclinedAt == null
                && assignment.SupersededAt == null
                && assignment.LeftAt == null
            )
            && database.People.Any(person =>
                person.Id == request.PersonId
                && person.DiedOn == null
                && person.MergedIntoId == null
            )
        );
}

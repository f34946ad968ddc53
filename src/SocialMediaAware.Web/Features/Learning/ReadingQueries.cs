using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>Questions about readings.</summary>
public static class ReadingQueries
{
    /// <summary>The readings of an assignment, for the person whose it is: over the walls.</summary>
    public static IQueryable<Reading> Of(
        this IQueryable<Reading> readings,
        Assignment assignment
    ) =>
        readings
            .IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(reading => reading.AssignmentId == assignment.Id);
}

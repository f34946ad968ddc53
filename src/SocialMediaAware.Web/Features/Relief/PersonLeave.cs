using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>Leave of a person, as those who handle it see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="From">The first day away.</param>
/// <param name="Until">The first day back; null while it is not known.</param>
/// <param name="IsOfFeed">Whether a feed owns it, and alone changes it.</param>
public sealed record LeaveLine(Guid Id, DateOnly From, DateOnly? Until, bool IsOfFeed)
{
    /// <summary>The last day away; null while it is not known.</summary>
    public DateOnly? LastDay => Until?.AddDays(-1);
}

/// <summary>Reads a person's leave.</summary>
public sealed class PersonLeave(PortalDbContext database)
{
    private const int Most = 50;

    /// <summary>The leave that is believed in these agencies, the newest first.</summary>
    public Task<List<LeaveLine>> ReadAsync(
        Guid personId,
        IReadOnlyList<Guid> agencyIds,
        CancellationToken cancellationToken
    ) =>
        database
            .Leaves.Believed()
            .Where(leave => leave.PersonId == personId && agencyIds.Contains(leave.AgencyId))
            .OrderByDescending(leave => leave.HoldsFrom)
            .ThenBy(leave => leave.Id)
            .Take(Most)
            .Select(leave => new LeaveLine(
                leave.Id,
                leave.HoldsFrom,
                leave.HoldsUntil,
                leave.Feed != null
            ))
            .ToListAsync(cancellationToken);
}

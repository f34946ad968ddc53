using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>Somebody's own assignment with what they asked for it.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Programme">What asks for it.</param>
/// <param name="Agency">The agency's short name.</param>
/// <param name="Bounds">Until when there can be more time.</param>
/// <param name="CanAsk">Whether there is anything to ask for.</param>
/// <param name="Requests">What they asked, the newest first.</param>
public sealed record OwnTime(
    Assignment Assignment,
    string Programme,
    string Agency,
    TimeBounds Bounds,
    bool CanAsk,
    IReadOnlyList<TimeRequest> Requests
)
{
    /// <summary>The one that waits for an answer; null when none does.</summary>
    public TimeRequest? Waiting => Requests.FirstOrDefault(request => request.Waits);
}

/// <summary>How the newest request for an assignment stands.</summary>
/// <param name="Until">Until when time was asked for.</param>
/// <param name="Waits">Whether it waits for an answer.</param>
/// <param name="IsNews">Whether it has an answer that the person has not seen.</param>
public sealed record TimeAsked(DateOnly Until, bool Waits, bool IsNews);

/// <summary>Reads what somebody asked for themself, over the walls: also in agencies they have left.</summary>
public sealed class OwnTimeRequests(PortalDbContext database, TimeBoundsReading bounds)
{
    /// <summary>An assignment of their own with what they asked for it; null for anybody else's.</summary>
    public async Task<OwnTime?> FindAsync(
        Guid personId,
        Guid assignmentId,
        CancellationToken cancellationToken
    )
    {
        var found = await database
            .Assignments.OwnedBy(personId)
            .Where(assignment => assignment.Id == assignmentId)
            .Select(assignment => new
            {
                Assignment = assignment,
                Programme = database
                    .Programmes.Where(programme => programme.Id == assignment.ProgrammeId)
                    .Select(programme => programme.Name)
                    .Single(),
                Agency = database
                    .Agencies.Where(agency => agency.Id == assignment.AgencyId)
                    .Select(agency => agency.ShortName)
                    .Single(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var requests = await database
            .TimeRequests.AskedBy(personId)
            .Where(request => request.AssignmentId == assignmentId)
            .OrderByDescending(request => request.AskedAt)
            .ThenBy(request => request.Id)
            .ToListAsync(cancellationToken);
        var allowed = await bounds.ReadAsync(found.Assignment, cancellationToken);
        return new(
            found.Assignment,
            found.Programme,
            found.Agency,
            allowed,
            !found.Assignment.IsEnded && allowed.IsRoom(bounds.Calendar),
            requests
        );
    }

    /// <summary>How the newest request for each of somebody's assignments stands, by assignment.</summary>
    public async Task<IReadOnlyDictionary<Guid, TimeAsked>> NewestAsync(
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .TimeRequests.AskedBy(personId)
            .Where(request => request.TakenBackAt == null)
            .OrderBy(request => request.AskedAt)
            .Select(request => new
            {
                request.AssignmentId,
                request.Until,
                Waits = request.AnsweredAt == null,
                IsNews = request.AnsweredAt != null && request.SeenAt == null,
            })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.AssignmentId)
            .Select(some => some.Last())
            .ToDictionary(
                row => row.AssignmentId,
                row => new TimeAsked(row.Until, row.Waits, row.IsNews)
            );
    }
}

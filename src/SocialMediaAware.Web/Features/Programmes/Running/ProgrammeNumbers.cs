using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>How many assignments of a programme stand where.</summary>
public sealed record StandingCounts(IReadOnlyDictionary<AssignmentStatus, int> Of)
{
    /// <summary>How many stand so.</summary>
    public int this[AssignmentStatus status] => Of.GetValueOrDefault(status);

    /// <summary>How many are still asked: open, overdue, on hold, or to open later.</summary>
    public int StillAsked =>
        this[AssignmentStatus.Open]
        + this[AssignmentStatus.Overdue]
        + this[AssignmentStatus.OnHold]
        + this[AssignmentStatus.NotDue];
}

/// <summary>Counts a programme's assignments as they are now, within the reader's walls.</summary>
public sealed class ProgrammeNumbers(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Counts.</summary>
    public async Task<StandingCounts> ReadAsync(
        Guid programmeId,
        CancellationToken cancellationToken
    )
    {
        var counts = await database
            .Assignments.Of(programmeId)
            .StandingOn(clock.Today())
            .GroupBy(standing => standing.Status)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return new(counts.ToDictionary(group => group.Key, group => group.Count));
    }
}

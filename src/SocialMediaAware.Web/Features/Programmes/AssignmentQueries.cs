using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Questions that programmes and assignments answer.</summary>
public static class AssignmentQueries
{
    /// <summary>Programmes that make assignments now.</summary>
    public static IQueryable<Programme> Running(this IQueryable<Programme> programmes) =>
        programmes.Where(programme => programme.LaunchedAt != null && programme.EndedAt == null);

    /// <summary>A person's own assignments, also in agencies they have left: they are read over the walls.</summary>
    public static IQueryable<Assignment> OwnedBy(
        this IQueryable<Assignment> assignments,
        Guid personId
    ) =>
        assignments
            .IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(assignment => assignment.PersonId == personId);

    /// <summary>Assignments of one programme.</summary>
    public static IQueryable<Assignment> Of(
        this IQueryable<Assignment> assignments,
        Guid programmeId
    ) => assignments.Where(assignment => assignment.ProgrammeId == programmeId);

    /// <summary>Those whose modules follow the programme's: not signed, not superseded, and the person has not left.</summary>
    public static IQueryable<Assignment> StillCovering(this IQueryable<Assignment> assignments) =>
        assignments.Where(assignment =>
            assignment.SignedAt == null
            && assignment.SupersededAt == null
            && assignment.LeftAt == null
        );

    /// <summary>
    /// Each assignment with where it stands on a day: the same as <see cref="Assignment.StatusOn" />, said so that the database
    /// can count it.
    /// </summary>
    public static IQueryable<AssignmentStanding> StandingOn(
        this IQueryable<Assignment> assignments,
        DateOnly day
    ) =>
        assignments.Select(assignment => new AssignmentStanding
        {
            Id = assignment.Id,
            AgencyId = assignment.AgencyId,
            PersonId = assignment.PersonId,
            OpensOn = assignment.OpensOn,
            DueOn = assignment.DueOn,
            Status =
                assignment.SignedAt != null ? AssignmentStatus.Signed
                : assignment.LeftAt != null ? AssignmentStatus.Left
                : assignment.SupersededAt != null ? AssignmentStatus.Superseded
                : assignment.DeclinedAt != null ? AssignmentStatus.Declined
                : day < assignment.OpensOn ? AssignmentStatus.NotDue
                : assignment.HeldAt != null ? AssignmentStatus.OnHold
                : day > assignment.DueOn ? AssignmentStatus.Overdue
                : AssignmentStatus.Open,
        });
}

/// <summary>An assignment with where it stands on a day.</summary>
public sealed class AssignmentStanding
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The agency it belongs to.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Whose duty it is.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The first day on which it can be done.</summary>
    public required DateOnly OpensOn { get; init; }

    /// <summary>The last day on which it is on time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Where it stands.</summary>
    public required AssignmentStatus Status { get; init; }
}

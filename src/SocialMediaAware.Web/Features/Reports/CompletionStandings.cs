using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>Where somebody stood with an assignment on a day, and in which unit.</summary>
public sealed class CompletionStanding
{
    /// <summary>The assignment.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>How they stood to the agency.</summary>
    public required PersonKind PersonKind { get; init; }

    /// <summary>Which round it is.</summary>
    public required string CycleKey { get; init; }

    /// <summary>The first day on which it could be done.</summary>
    public required DateOnly OpensOn { get; init; }

    /// <summary>The last day on which it was on time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Where it stood.</summary>
    public required AssignmentStatus Status { get; init; }

    /// <summary>One unit of the person; null when the agency never placed them.</summary>
    public required Guid? UnitId { get; init; }
}

/// <summary>Reads standings as at a day, as they were known at an instant.</summary>
public static class CompletionStandings
{
    /// <summary>
    /// What the portal knew at the instant of each assignment of the programme: its last record by then. The unit is the one the
    /// person was placed in on the day (the position they had longest, if there were two), otherwise the one they would start in,
    /// otherwise their last.
    /// </summary>
    public static IQueryable<CompletionStanding> StandingsKnownAt(
        this PortalDbContext database,
        CompletionScope scope
    )
    {
        var (programmeId, cycle) = (scope.Programme?.Id ?? Guid.Empty, scope.Cycle);
        var (day, knownAt) = (scope.AsAt, scope.KnownAt);
        return database
            .AssignmentRecords.Where(record =>
                record.ProgrammeId == programmeId
                && (cycle == null || record.CycleKey == cycle)
                && record.RecordedAt <= knownAt
                && !database.AssignmentRecords.Any(later =>
                    later.AssignmentId == record.AssignmentId
                    && later.RecordedAt <= knownAt
                    && (
                        later.Revision > record.Revision
                        || (later.Revision == record.Revision && later.Id.CompareTo(record.Id) > 0)
                    )
                )
            )
            .Select(record => new CompletionStanding
            {
                AssignmentId = record.AssignmentId,
                PersonId = record.PersonId,
                PersonKind = record.PersonKind,
                CycleKey = record.CycleKey,
                OpensOn = record.OpensOn,
                DueOn = record.DueOn,
                Status =
                    record.SignedAt != null && record.SignedAt <= knownAt ? AssignmentStatus.Signed
                    : record.LeftAt != null && record.LeftAt <= knownAt ? AssignmentStatus.Left
                    : record.SupersededAt != null && record.SupersededAt <= knownAt
                        ? AssignmentStatus.Superseded
                    : record.DeclinedAt != null && record.DeclinedAt <= knownAt
                        ? AssignmentStatus.Declined
                    : day < record.OpensOn ? AssignmentStatus.NotDue
                    : record.HeldAt != null && record.HeldAt <= knownAt ? AssignmentStatus.OnHold
                    : day > record.DueOn ? AssignmentStatus.Overdue
                    : AssignmentStatus.Open,
                UnitId = database
                    .Placements.Where(placement =>
                        placement.LearntAt <= knownAt
                        && (placement.UnlearntAt == null || placement.UnlearntAt > knownAt)
                        && placement.PersonId == record.PersonId
                        && placement.AgencyId == record.AgencyId
                    )
                    .OrderBy(placement =>
                        placement.HoldsUntil != null && placement.HoldsUntil <= day ? 2
                        : placement.HoldsFrom > day ? 1
                        : 0
                    )
                    .ThenByDescending(placement =>
                        placement.HoldsUntil <= day ? placement.HoldsUntil : null
                    )
                    .ThenBy(placement => placement.HoldsFrom)
                    .ThenBy(placement => placement.Id)
                    .Select(placement => (Guid?)placement.UnitId)
                    .FirstOrDefault(),
            })
            .Where(standing => standing.Status != AssignmentStatus.Superseded);
    }

    /// <summary>
    /// The same day with what has been corrected since: dates as they are now, placements, leave and exemptions as they are believed now. Who
    /// had signed or declined by the end of that day is what it was, and what was on hold then is on hold still.
    /// </summary>
    public static IQueryable<CompletionStanding> StandingsCorrectedSince(
        this PortalDbContext database,
        CompletionScope scope
    )
    {
        var (programmeId, cycle) = (scope.Programme?.Id ?? Guid.Empty, scope.Cycle);
        var (day, endOfDay) = (scope.AsAt, scope.KnownAt);
        return database
            .Assignments.Where(assignment =>
                assignment.ProgrammeId == programmeId
                && (cycle == null || assignment.CycleKey == cycle)
                && (assignment.CreatedAt <= endOfDay || assignment.OpensOn <= day)
            )
            .Select(assignment => new CompletionStanding
            {
                AssignmentId = assignment.Id,
                PersonId = assignment.PersonId,
                PersonKind = assignment.PersonKind,
                CycleKey = assignment.CycleKey,
                OpensOn = assignment.OpensOn,
                DueOn = assignment.DueOn,
                Status =
                    assignment.SignedAt != null && assignment.SignedAt <= endOfDay
                        ? AssignmentStatus.Signed
                    : assignment.SupersededAt != null && assignment.SupersededAt <= endOfDay
                        ? AssignmentStatus.Superseded
                    : assignment.DeclinedAt != null && assignment.DeclinedAt <= endOfDay
                        ? AssignmentStatus.Declined
                    : day < assignment.OpensOn ? AssignmentStatus.NotDue
                    : !database.Placements.Any(placement =>
                        placement.UnlearntAt == null
                        && placement.PersonId == assignment.PersonId
                        && placement.AgencyId == assignment.AgencyId
                        && placement.HoldsFrom <= day
                        && (placement.HoldsUntil == null || placement.HoldsUntil > day)
                    )
                        ? AssignmentStatus.Left
                    : database.AssignmentRecords.Any(record =>
                        record.AssignmentId == assignment.Id
                        && record.RecordedAt <= endOfDay
                        && record.HeldAt != null
                        && !database.AssignmentRecords.Any(later =>
                            later.AssignmentId == assignment.Id
                            && later.RecordedAt <= endOfDay
                            && later.Revision > record.Revision
                        )
                    )
                    || database.Leaves.Any(leave =>
                        leave.UnlearntAt == null
                        && leave.PersonId == assignment.PersonId
                        && leave.AgencyId == assignment.AgencyId
                        && leave.HoldsFrom <= day
                        && (
                            leave.HoldsUntil == null
                            || (
                                leave.HoldsUntil > day
                                && leave.HoldsUntil
                                    > leave.HoldsFrom.AddDays(LeavePause.LongestThatChangesNothing)
                            )
                        )
                    )
                    || database.Exemptions.Any(exemption =>
                        exemption.UnlearntAt == null
                        && exemption.PersonId == assignment.PersonId
                        && exemption.ProgrammeId == assignment.ProgrammeId
                        && exemption.HoldsFrom <= day
                        && (exemption.HoldsUntil == null || exemption.HoldsUntil > day)
                    )
                        ? AssignmentStatus.OnHold
                    : day > assignment.DueOn ? AssignmentStatus.Overdue
                    : AssignmentStatus.Open,
                UnitId = null,
            })
            .Where(standing => standing.Status != AssignmentStatus.Superseded);
    }
}

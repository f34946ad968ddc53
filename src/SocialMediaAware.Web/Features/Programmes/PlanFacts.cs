using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Questions;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A running programme with all that its plan is made from.</summary>
public sealed record ProgrammeFacts(
    PlannableProgramme Programme,
    IReadOnlyList<Round> Rounds,
    PlanInput Input
);

/// <summary>Reads what plans are made from: one query for each kind of fact, however many people there are.</summary>
public sealed class PlanFacts(PortalDbContext database, PlanReliefFacts reliefFacts)
{
    /// <summary>The running programmes of every agency whose assignments are computed.</summary>
    /// <param name="today">The New Zealand date: it says which rounds have opened.</param>
    /// <param name="onlyPersonId">The one person it is asked for; null for everybody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<ProgrammeFacts>> ReadAsync(
        DateOnly today,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    )
    {
        var programmes = await ProgrammesAsync(cancellationToken);
        var elections = (
            await database.ElectionsOn().ForPlanning().ToListAsync(cancellationToken)
        ).ToLookup(
            election => election.AgencyId,
            election => new PlannedElection(
                election.Key,
                election.PollingDay,
                election.PreElectionFrom
            )
        );
        var rounds = programmes.ToDictionary(
            programme => programme.Id,
            programme => programme.RoundsUntil(today, programmes, elections[programme.AgencyId])
        );
        var agencyIds = programmes.Select(programme => programme.AgencyId).Distinct().ToArray();
        var placements = await PlacementsAsync(agencyIds, onlyPersonId, cancellationToken);
        var leave = await LeaveAsync(agencyIds, onlyPersonId, cancellationToken);
        var relief = await reliefFacts.ReadAsync(agencyIds, onlyPersonId, cancellationToken);
        // An open question holds its assignment, whatever leave begins or ends meanwhile.
        var waiting = (
            await database
                .Questions.Waiting()
                .Where(question => question.AssignmentId != null)
                .Select(question => question.AssignmentId!.Value)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        var assignments = await AssignmentsAsync(
            programmes,
            rounds,
            today,
            onlyPersonId,
            cancellationToken
        );
        return
        [
            .. programmes.Select(programme => new ProgrammeFacts(
                programme,
                rounds[programme.Id],
                new PlanInput(
                    programme.ToPlanned(),
                    [.. placements[programme.AgencyId]],
                    [.. leave[programme.AgencyId]],
                    [.. assignments[programme.Id]],
                    HeldForAnotherReason: waiting
                )
                {
                    Exemptions = [.. relief.Exemptions[programme.Id]],
                    Extensions = relief.TimeGivenFor(programme),
                }
            )),
        ];
    }

    private async Task<List<PlannableProgramme>> ProgrammesAsync(
        CancellationToken cancellationToken
    ) =>
        await database
            .Programmes.Running()
            .Where(programme =>
                programme.Kind == ProgrammeKind.Onboarding
                || programme.Kind == ProgrammeKind.Yearly
                || programme.Kind == ProgrammeKind.Election
            )
            .OrderBy(programme => programme.Id)
            .Select(programme => new PlannableProgramme(
                programme.Id,
                programme.AgencyId,
                database
                    .Agencies.Where(agency => agency.Id == programme.AgencyId)
                    .Select(agency => agency.Slug)
                    .Single(),
                programme.Key,
                programme.Kind,
                programme.Window,
                programme.LaunchedAt!.Value,
                programme.AudienceKinds,
                programme.DueInWorkingDays,
                programme
                    .Modules.OrderBy(module => module.Order)
                    .Select(module => module.ModuleSlug)
                    .ToList()
            ))
            .ToListAsync(cancellationToken);

    private async Task<ILookup<Guid, PlannedPlacement>> PlacementsAsync(
        Guid[] agencyIds,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Placements.Believed()
            .Where(placement =>
                agencyIds.Contains(placement.AgencyId)
                && (onlyPersonId == null || placement.PersonId == onlyPersonId)
            )
            .Join(
                database.People,
                placement => placement.PersonId,
                person => person.Id,
                (placement, person) =>
                    new
                    {
                        placement.AgencyId,
                        placement.PersonId,
                        person.FirstAppearedAt,
                        placement.Kind,
                        placement.Region,
                        placement.HoldsFrom,
                        placement.HoldsUntil,
                        placement.UnitId,
                    }
            )
            .ToListAsync(cancellationToken);
        return rows.ToLookup(
            row => row.AgencyId,
            row => new PlannedPlacement(
                row.PersonId,
                row.FirstAppearedAt.NewZealandDate(),
                row.Kind,
                row.Region,
                row.HoldsFrom,
                row.HoldsUntil,
                row.UnitId
            )
        );
    }

    private async Task<ILookup<Guid, PlannedLeave>> LeaveAsync(
        Guid[] agencyIds,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Leaves.Where(leave =>
                agencyIds.Contains(leave.AgencyId)
                && (onlyPersonId == null || leave.PersonId == onlyPersonId)
            )
            .Select(leave => new
            {
                leave.AgencyId,
                leave.PersonId,
                leave.HoldsFrom,
                leave.HoldsUntil,
                leave.UnlearntAt,
            })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(
            row => row.AgencyId,
            row => new PlannedLeave(
                row.PersonId,
                row.HoldsFrom,
                row.HoldsUntil,
                row.UnlearntAt is null
            )
        );
    }

    // Of the rounds before the newest only what is still running can change.
    private async Task<ILookup<Guid, PlannedAssignment>> AssignmentsAsync(
        List<PlannableProgramme> programmes,
        Dictionary<Guid, IReadOnlyList<Round>> rounds,
        DateOnly today,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    )
    {
        Guid[] everyAssignment =
        [
            .. programmes
                .Where(programme => programme.Kind == ProgrammeKind.Onboarding)
                .Select(programme => programme.Id),
        ];
        Guid[] runningOnes = [.. programmes.Select(programme => programme.Id)];
        string[] newestKeys =
        [
            .. rounds
                .Values.Select(some => Round.NewestOn(some, today)?.CycleKey)
                .OfType<string>()
                .Distinct(),
        ];
        var rows = await database
            .Assignments.Where(assignment =>
                runningOnes.Contains(assignment.ProgrammeId)
                && (onlyPersonId == null || assignment.PersonId == onlyPersonId)
                && (
                    everyAssignment.Contains(assignment.ProgrammeId)
                    || newestKeys.Contains(assignment.CycleKey)
                    || (
                        assignment.SignedAt == null
                        && assignment.DeclinedAt == null
                        && assignment.SupersededAt == null
                        && assignment.LeftAt == null
                    )
                )
            )
            .Select(assignment => new
            {
                assignment.ProgrammeId,
                assignment.Id,
                assignment.PersonId,
                assignment.PersonKind,
                assignment.CycleKey,
                assignment.OpensOn,
                assignment.DueOn,
                assignment.PromisedUntil,
                assignment.HeldAt,
                IsSigned = assignment.SignedAt != null,
                IsSuperseded = assignment.SupersededAt != null,
                IsDeclined = assignment.DeclinedAt != null,
                HasLeft = assignment.LeftAt != null,
            })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(
            row => row.ProgrammeId,
            row => new PlannedAssignment(
                row.Id,
                row.PersonId,
                row.PersonKind,
                row.CycleKey,
                row.OpensOn,
                row.DueOn,
                row.PromisedUntil,
                row.HeldAt?.NewZealandDate(),
                row.IsSigned,
                row.IsSuperseded,
                row.IsDeclined,
                row.HasLeft
            )
        );
    }
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Questions;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A running programme with all that its plan is made from.</summary>
public sealed record ProgrammeFacts(
    Guid Id,
    Guid AgencyId,
    IReadOnlyList<string> ModuleSlugs,
    OnboardingInput Input
);

/// <summary>Reads what onboarding plans are made from: one query for each kind of fact, however many people there are.</summary>
public sealed class PlanFacts(PortalDbContext database)
{
    /// <summary>The running onboarding programmes of every agency.</summary>
    public async Task<IReadOnlyList<ProgrammeFacts>> ReadAsync(CancellationToken cancellationToken)
    {
        var programmes = await database
            .Programmes.Running()
            .Where(programme => programme.Kind == ProgrammeKind.Onboarding)
            .Select(programme => new
            {
                Programme = programme,
                AgencySlug = database
                    .Agencies.Where(agency => agency.Id == programme.AgencyId)
                    .Select(agency => agency.Slug)
                    .Single(),
                ModuleSlugs = programme
                    .Modules.OrderBy(module => module.Order)
                    .Select(module => module.ModuleSlug)
                    .ToList(),
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var agencyIds = programmes.Select(entry => entry.Programme.AgencyId).Distinct().ToArray();
        var placements = await PlacementsAsync(agencyIds, cancellationToken);
        var leave = await LeaveAsync(agencyIds, cancellationToken);
        // An open question holds its assignment, whatever leave begins or ends meanwhile.
        var waiting = (
            await database
                .Questions.Waiting()
                .Where(question => question.AssignmentId != null)
                .Select(question => question.AssignmentId!.Value)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        var assignments = await AssignmentsAsync(
            [.. programmes.Select(entry => entry.Programme.Id)],
            cancellationToken
        );
        return
        [
            .. programmes.Select(entry => new ProgrammeFacts(
                entry.Programme.Id,
                entry.Programme.AgencyId,
                entry.ModuleSlugs,
                new OnboardingInput(
                    new PlannedProgramme(
                        entry.AgencySlug,
                        entry.Programme.LaunchedAt!.Value.NewZealandDate(),
                        entry.Programme.AudienceKinds,
                        entry.Programme.DueInWorkingDays
                    ),
                    [.. placements[entry.Programme.AgencyId]],
                    [.. leave[entry.Programme.AgencyId]],
                    [.. assignments[entry.Programme.Id]],
                    HeldForAnotherReason: waiting
                )
            )),
        ];
    }

    private async Task<ILookup<Guid, PlannedPlacement>> PlacementsAsync(
        Guid[] agencyIds,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Placements.Believed()
            .Where(placement => agencyIds.Contains(placement.AgencyId))
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
                row.HoldsUntil
            )
        );
    }

    private async Task<ILookup<Guid, PlannedLeave>> LeaveAsync(
        Guid[] agencyIds,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Leaves.Where(leave => agencyIds.Contains(leave.AgencyId))
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

    private async Task<ILookup<Guid, PlannedAssignment>> AssignmentsAsync(
        Guid[] programmeIds,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Assignments.AsNoTracking()
            .Where(assignment => programmeIds.Contains(assignment.ProgrammeId))
            .ToListAsync(cancellationToken);
        return rows.ToLookup(
            assignment => assignment.ProgrammeId,
            assignment => new PlannedAssignment(
                assignment.Id,
                assignment.PersonId,
                assignment.PersonKind,
                assignment.OpensOn,
                assignment.DueOn,
                assignment.HeldAt?.NewZealandDate(),
                assignment.SignedAt is not null || assignment.SupersededAt is not null,
                assignment.DeclinedAt is not null,
                assignment.LeftAt is not null
            )
        );
    }
}

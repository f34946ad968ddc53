using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Questions;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Reads what plans are made from: one query for each kind of fact, however many people there are.</summary>
public sealed class PlanFacts(
    PortalDbContext database,
    ContentStore content,
    PlanPeopleFacts peopleFacts,
    PlanReliefFacts reliefFacts,
    PlanRuleChanges ruleChanges
)
{
    /// <summary>The launched programmes of every agency whose assignments are computed.</summary>
    /// <param name="today">The New Zealand date: it says which rounds have opened.</param>
    /// <param name="onlyPersonId">The one person it is asked for; null for everybody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<IReadOnlyList<ProgrammeFacts>> ReadAsync(
        DateOnly today,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    ) => ReadAsync(new(today, onlyPersonId), cancellationToken);

    /// <summary>What a question asks for.</summary>
    public async Task<IReadOnlyList<ProgrammeFacts>> ReadAsync(
        PlanQuestion question,
        CancellationToken cancellationToken
    )
    {
        var all = await ProgrammesAsync(question.InPlace, cancellationToken);
        var programmes = question.OnlyProgrammeId is { } only
            ? all.FindAll(programme => programme.Id == only)
            : all;
        var elections = await ElectionsAsync(cancellationToken);
        var rounds = programmes.ToDictionary(
            programme => programme.Id,
            programme =>
                programme.RoundsUntil(
                    question.LookAheadTo ?? question.Today,
                    all,
                    elections[programme.AgencyId]
                )
        );
        var agencyIds = programmes.Select(programme => programme.AgencyId).Distinct().ToArray();
        var people = await peopleFacts.ReadAsync(
            agencyIds,
            programmes,
            question,
            new WorkingDayCalendar(content.Library.Holidays),
            cancellationToken
        );
        var relief = await reliefFacts.ReadAsync(
            agencyIds,
            question.OnlyPersonId,
            cancellationToken
        );
        // An open question holds its assignment, whatever leave begins or ends meanwhile.
        var waiting = (
            await database
                .Questions.Waiting()
                .Where(one => one.AssignmentId != null)
                .Select(one => one.AssignmentId!.Value)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        var changes = await ruleChanges.ReadAsync(
            programmes,
            question.OnlyPersonId,
            cancellationToken
        );
        var assignments = await AssignmentsAsync(
            programmes,
            NewestKeys(rounds.Values, changes.Values, question.Today),
            question.OnlyPersonId,
            cancellationToken
        );
        return
        [
            .. programmes.Select(programme => new ProgrammeFacts(
                programme,
                rounds[programme.Id],
                people[programme.AgencyId] with
                {
                    Programme = programme.ToPlanned(),
                    Assignments = [.. assignments[programme.Id]],
                    HeldForAnotherReason = waiting,
                    Exemptions = [.. relief.Exemptions[programme.Id]],
                    Extensions = relief.TimeGivenFor(programme),
                    Pauses = programme.Pauses,
                    RuleChanges = changes.GetValueOrDefault(programme.Id) ?? [],
                }
            )),
        ];
    }

    private async Task<ILookup<Guid, PlannedElection>> ElectionsAsync(
        CancellationToken cancellationToken
    ) =>
        (await database.ElectionsOn().ForPlanning().ToListAsync(cancellationToken)).ToLookup(
            election => election.AgencyId,
            election => new PlannedElection(
                election.Key,
                election.PollingDay,
                election.PreElectionFrom
            )
            {
                Regions = election.Regions,
            }
        );

    private static string[] NewestKeys(
        IEnumerable<IReadOnlyList<Round>> rounds,
        IEnumerable<IReadOnlyList<PlannedRuleChange>> changes,
        DateOnly today
    ) =>
        [
            .. rounds
                .Select(some => Round.NewestOn(some, today))
                .Concat(changes.SelectMany(some => some.Select(Round.OfRuleChange)))
                .Select(round => round?.CycleKey)
                .OfType<string>()
                .Distinct(),
        ];

    // What has ended is planned once more while something of it is open.
    private async Task<List<PlannableProgramme>> ProgrammesAsync(
        PlannableProgramme? inPlace,
        CancellationToken cancellationToken
    )
    {
        var programmes = await database
            .Programmes.Where(programme =>
                programme.LaunchedAt != null
                && (programme.Kind != ProgrammeKind.OneOff || programme.OpensOn != null)
                && (
                    programme.EndedAt == null
                    || database.Assignments.Any(assignment =>
                        assignment.ProgrammeId == programme.Id
                        && assignment.SignedAt == null
                        && assignment.DeclinedAt == null
                        && assignment.SupersededAt == null
                        && assignment.LeftAt == null
                    )
                )
            )
            .OrderBy(programme => programme.Id)
            .AsSplitQuery()
            .Select(programme => new PlannableProgramme(
                programme.Id,
                programme.AgencyId,
                database
                    .Agencies.Where(agency => agency.Id == programme.AgencyId)
                    .Select(agency => agency.Slug)
                    .Single(),
                programme.Key,
                programme.Kind,
                programme.LaunchedAt!.Value,
                programme.AudienceKinds,
                programme
                    .Modules.OrderBy(module => module.Order)
                    .Select(module => module.ModuleSlug)
                    .ToList(),
                new ProgrammeSchedule
                {
                    DueInWorkingDays = programme.DueInWorkingDays,
                    Window = programme.Window,
                    DaysBeforeThePeriod = programme.DaysBeforeThePeriod,
                    OpensOn = programme.OpensOn,
                    DueOn = programme.DueOn,
                    LatecomersOwe = programme.LatecomersOwe,
                }
            )
            {
                Audience = programme.Audience,
                EndedAt = programme.EndedAt,
                Pauses = programme
                    .Pauses.OrderBy(pause => pause.From)
                    .Select(pause => new LeavePause(pause.From, pause.Until))
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. programmes
                .Where(programme => programme.Id != inPlace?.Id)
                .Concat(inPlace is null ? [] : [inPlace])
                .OrderBy(programme => programme.Id),
        ];
    }

    // Of the rounds before the newest only what is still running can change.
    private async Task<ILookup<Guid, PlannedAssignment>> AssignmentsAsync(
        List<PlannableProgramme> programmes,
        string[] newestKeys,
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

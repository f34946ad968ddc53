using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A launched programme whose assignments the planner computes; also one that has ended while assignments of it are open.</summary>
public sealed record PlannableProgramme(
    Guid Id,
    Guid AgencyId,
    string AgencySlug,
    string Key,
    ProgrammeKind Kind,
    DateTimeOffset LaunchedAt,
    IReadOnlyList<PersonKind> AudienceKinds,
    IReadOnlyList<string> ModuleSlugs,
    ProgrammeSchedule Schedule
)
{
    /// <summary>Who of these kinds owes it.</summary>
    public ProgrammeAudience Audience { get; init; } = ProgrammeAudience.Everybody;

    /// <summary>When it was ended (UTC); null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it stood still, or stands still.</summary>
    public IReadOnlyList<LeavePause> Pauses { get; init; } = [];

    /// <summary>A programme as if it held these terms and had been launched.</summary>
    public static PlannableProgramme Of(
        Programme programme,
        string agencySlug,
        ProgrammeTerms terms,
        DateTimeOffset launchedAt
    ) =>
        new(
            programme.Id,
            programme.AgencyId,
            agencySlug,
            programme.Key,
            programme.Kind,
            launchedAt,
            [.. terms.Statements.Keys.Order()],
            terms.ModuleSlugs,
            terms.Schedule
        )
        {
            Audience = terms.Audience,
            EndedAt = programme.EndedAt,
            Pauses = [.. programme.Pauses.Select(pause => new LeavePause(pause.From, pause.Until))],
        };

    /// <summary>What its plan asks about it.</summary>
    public PlannedProgramme ToPlanned() =>
        new(AgencySlug, LaunchedAt.NewZealandDate(), AudienceKinds, Schedule.DueInWorkingDays)
        {
            Audience = Audience,
            HasEnded = EndedAt is not null,
        };

    /// <summary>
    /// Its rounds until a day: those of the years since its launch, of every election that is on, or its only one; none for
    /// onboarding, and none for changed rules, which have one for each module.
    /// </summary>
    /// <param name="today">The New Zealand date.</param>
    /// <param name="programmes">The running programmes, because of onboarding that asks newcomers for the same.</param>
    /// <param name="elections">The elections that are on for its agency.</param>
    public IReadOnlyList<Round> RoundsUntil(
        DateOnly today,
        IReadOnlyCollection<PlannableProgramme> programmes,
        IEnumerable<PlannedElection> elections
    ) =>
        Kind switch
        {
            ProgrammeKind.Yearly =>
            [
                .. Years(today, Schedule.LatecomersOwe ?? !NewcomersAreAskedBy(programmes)),
            ],
            ProgrammeKind.Election =>
            [
                .. elections.Select(election =>
                    Round.OfElection(election, Schedule.DaysBeforeThePeriod)
                ),
            ],
            ProgrammeKind.OneOff when Schedule is { OpensOn: not null, DueOn: not null } =>
            [
                Round.Once(Key, Schedule),
            ],
            _ => [],
        };

    /// <summary>What must change for its assignments to be as they should be.</summary>
    public PlanDifference Plan(
        IReadOnlyList<Round> rounds,
        PlanInput input,
        WorkingDayCalendar calendar,
        DateOnly today
    ) =>
        Kind switch
        {
            ProgrammeKind.Onboarding => OnboardingPlan.Of(input, calendar, today),
            ProgrammeKind.PolicyChange => RuleChangePlan.Of(input, calendar, today),
            _ => CalendarPlan.Of(input, rounds, calendar, today),
        };

    private IEnumerable<Round> Years(DateOnly today, bool latecomersOwe)
    {
        // The window of the year before the launch may reach into the year of the launch.
        var first = LaunchedAt.NewZealandDate().Year - 1;
        return Enumerable
            .Range(first, today.Year - first + 1)
            .Select(year =>
                Round.OfYear(Schedule.Window ?? YearlyWindow.Usual, year, latecomersOwe)
            );
    }

    private bool NewcomersAreAskedBy(IReadOnlyCollection<PlannableProgramme> programmes) =>
        programmes.Any(other =>
            other.AgencyId == AgencyId
            && other.Kind == ProgrammeKind.Onboarding
            && other.EndedAt is null
            && other.Audience.Groups.Count == 0
            && ModuleSlugs.All(other.ModuleSlugs.Contains)
        );
}

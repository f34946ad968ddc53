using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A running programme whose assignments the planner computes.</summary>
public sealed record PlannableProgramme(
    Guid Id,
    Guid AgencyId,
    string AgencySlug,
    string Key,
    ProgrammeKind Kind,
    YearlyWindow? Window,
    DateTimeOffset LaunchedAt,
    IReadOnlyList<PersonKind> AudienceKinds,
    int DueInWorkingDays,
    IReadOnlyList<string> ModuleSlugs
)
{
    /// <summary>What its plan asks about it.</summary>
    public PlannedProgramme ToPlanned() =>
        new(AgencySlug, LaunchedAt.NewZealandDate(), AudienceKinds, DueInWorkingDays);

    /// <summary>Its rounds until a day: those of the years since its launch, or of every election that is on; none for onboarding.</summary>
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
            ProgrammeKind.Yearly => [.. Years(today, !NewcomersAreAskedBy(programmes))],
            ProgrammeKind.Election => [.. elections.Select(Round.OfElection)],
            _ => [],
        };

    /// <summary>What must change for its assignments to be as they should be.</summary>
    public PlanDifference Plan(
        IReadOnlyList<Round> rounds,
        PlanInput input,
        WorkingDayCalendar calendar,
        DateOnly today
    ) =>
        Kind == ProgrammeKind.Onboarding
            ? OnboardingPlan.Of(input, calendar, today)
            : CalendarPlan.Of(input, rounds, calendar, today);

    private IEnumerable<Round> Years(DateOnly today, bool latecomersOwe)
    {
        // The window of the year before the launch may reach into the year of the launch.
        var first = LaunchedAt.NewZealandDate().Year - 1;
        return Enumerable
            .Range(first, today.Year - first + 1)
            .Select(year => Round.OfYear(Window!, year, latecomersOwe));
    }

    private bool NewcomersAreAskedBy(IReadOnlyCollection<PlannableProgramme> programmes) =>
        programmes.Any(other =>
            other.AgencyId == AgencyId
            && other.Kind == ProgrammeKind.Onboarding
            && ModuleSlugs.All(other.ModuleSlugs.Contains)
        );
}

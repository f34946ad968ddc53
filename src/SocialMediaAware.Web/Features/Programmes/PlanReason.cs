namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>One step of the way by which the planner comes to an assignment and its dates, or to none.</summary>
public enum PlanReasonKind
{
    /// <summary>They are not with the agency, or not yet.</summary>
    NotHere,

    /// <summary>They are not of the audience.</summary>
    NotInAudience,

    /// <summary>They began before the programme was launched; onboarding is for those who begin after.</summary>
    BeganBeforeTheLaunch,

    /// <summary>No round has opened.</summary>
    NoRound,

    /// <summary>The round is for people of other regions.</summary>
    OtherRegion,

    /// <summary>They joined after the round had opened, and onboarding asks them for the same.</summary>
    JoinedAfterOpening,

    /// <summary>They joined when the round was over.</summary>
    RoundIsOver,

    /// <summary>They signed no earlier version of the module that changed.</summary>
    NeverSignedEarlier,

    /// <summary>They signed the version in force.</summary>
    SignedThisVersion,

    /// <summary>Another open assignment of theirs covers the module.</summary>
    CoveredElsewhere,

    /// <summary>The programme stands still, and nothing new opens.</summary>
    ProgrammePaused,

    /// <summary>They began on the day.</summary>
    Began,

    /// <summary>The portal learnt of them on the day, after they had begun.</summary>
    Appeared,

    /// <summary>The round opened on the day.</summary>
    RoundOpened,

    /// <summary>The programme was launched on the day, when its round was open already.</summary>
    LaunchedInTheRound,

    /// <summary>The new version came into force on the day.</summary>
    RuleInForce,

    /// <summary>They signed an earlier major version: the number.</summary>
    SignedEarlier,

    /// <summary>Due a number of working days after the opening, which is the day.</summary>
    DueInWorkingDays,

    /// <summary>Many moved at once, so it is due a number of working days after the opening, which is the day.</summary>
    DueAfterBulkMove,

    /// <summary>Due with the round, on the day.</summary>
    DueWithRound,

    /// <summary>The day is not one they work on, so it is due on the working day before it, until.</summary>
    MovedToWorkingDay,

    /// <summary>The clock stood still from the day until the other; what was left ran on.</summary>
    StoodStill,

    /// <summary>It stands still since the day, and no end is known.</summary>
    StandsStill,

    /// <summary>Time was given until the day.</summary>
    TimeGiven,

    /// <summary>They were promised time until the day.</summary>
    Promised,

    /// <summary>They had been told a later day, and no date is brought forward.</summary>
    NotBroughtForward,

    /// <summary>It is never due after the day.</summary>
    NeverAfter,
}

/// <summary>A step with its days and number.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Day">The day it speaks of; null without one.</param>
/// <param name="Until">The second day; null without one.</param>
/// <param name="Number">A number of working days, or a version; null without one.</param>
public sealed record PlanReason(
    PlanReasonKind Kind,
    DateOnly? Day = null,
    DateOnly? Until = null,
    int? Number = null
);

/// <summary>Collects the steps while one person's assignment is planned.</summary>
public sealed class PlanTrace
{
    private readonly List<PlanReason> reasons = [];

    /// <summary>The steps, in the order in which the planner took them.</summary>
    public IReadOnlyList<PlanReason> Reasons => reasons;

    internal void Add(
        PlanReasonKind kind,
        DateOnly? day = null,
        DateOnly? until = null,
        int? number = null
    ) => reasons.Add(new(kind, day, until, number));
}

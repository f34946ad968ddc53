using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Something that somebody owes or will owe, as the forecast asks about it.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="AgencyId">To which agency.</param>
/// <param name="OpensOn">The first day on which it can be done.</param>
/// <param name="DueOn">The last day on which it is on time.</param>
/// <param name="Reminders">Who is reminded of it when.</param>
public sealed record ForecastDuty(
    Guid PersonId,
    Guid AgencyId,
    DateOnly OpensOn,
    DateOnly DueOn,
    ReminderTerms Reminders
)
{
    /// <summary>The last step that was sent; null before the first.</summary>
    public ReminderStepKind? LastSent { get; init; }

    /// <summary>The due date that the person was told last, where it is another one now; <see cref="ReminderQueries.ToldOtherwiseAsync" />.</summary>
    public DateOnly? ToldOtherwise { get; init; }

    /// <summary>When it is on hold, whatever the reason; the person's leave stands with the person.</summary>
    public IReadOnlyList<LeavePause> Holds { get; init; } = [];

    internal bool ConcernsLeadersOn(DateOnly day) => Reminders.ConcernLeadersOn(day, DueOn);

    internal bool ConcernsHumanResourcesOn(DateOnly day) =>
        Reminders.ConcernHumanResourcesOn(day, DueOn);
}

/// <summary>Somebody whom mail may reach, as the forecast asks about them.</summary>
/// <param name="Id">The person.</param>
/// <param name="HasAddress">Whether mail reaches them.</param>
/// <param name="Region">The region whose anniversary day they keep; null for none known.</param>
public sealed record ForecastReader(Guid Id, bool HasAddress, string? Region)
{
    /// <summary>When they are not written to: leave of more than five days, and from their last day on.</summary>
    public IReadOnlyList<LeavePause> Away { get; init; } = [];

    /// <summary>The zone whose dates and hours are theirs.</summary>
    public string TimeZone { get; init; } = "Pacific/Auckland";

    /// <summary>The last day on which they were written to; null for never.</summary>
    public DateOnly? LastWrittenToOn { get; init; }

    /// <summary>The last day on which they were told as a leader; null for never.</summary>
    public DateOnly? ToldAsLeaderOn { get; init; }

    /// <summary>The last day on which they were told as HR; null for never.</summary>
    public DateOnly? ToldAsHumanResourcesOn { get; init; }
}

/// <summary>All that a forecast is made from.</summary>
public sealed record ForecastInput
{
    /// <summary>What is owed, or will be.</summary>
    public required IReadOnlyList<ForecastDuty> Duties { get; init; }

    /// <summary>Everybody who is placed somewhere now or soon, by id.</summary>
    public required IReadOnlyDictionary<Guid, ForecastReader> Readers { get; init; }

    /// <summary>Who counts as a leader of whom, and in which agency.</summary>
    public IReadOnlyList<(Guid LeaderId, Guid PersonId, Guid AgencyId)> Teams { get; init; } = [];

    /// <summary>Who is HR, and in which agency.</summary>
    public IReadOnlyList<(Guid PersonId, Guid AgencyId)> HumanResources { get; init; } = [];
}

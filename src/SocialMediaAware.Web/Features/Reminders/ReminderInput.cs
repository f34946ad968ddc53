using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Something that somebody owes and that is not on hold.</summary>
public sealed record Owed(
    Guid AssignmentId,
    Guid AgencyId,
    Guid PersonId,
    string ProgrammeName,
    DateOnly OpensOn,
    DateOnly DueOn,
    ReminderStepKind? LastSent
)
{
    /// <summary>Who is reminded of it when.</summary>
    public ReminderTerms Reminders { get; init; } = new();

    /// <summary>The due date that the person was told last; null when they were told none, or the one that holds.</summary>
    public DateOnly? ToldOtherwise { get; init; }

    /// <summary>Whether leaders are told of it on a day.</summary>
    public bool ConcernsLeadersOn(DateOnly day) => Reminders.ConcernLeadersOn(day, DueOn);

    /// <summary>Whether HR is told on a day that it is overdue.</summary>
    public bool ConcernsHumanResourcesOn(DateOnly day) =>
        Reminders.ConcernHumanResourcesOn(day, DueOn);

    /// <summary>Where it stands on a day.</summary>
    public AssignmentStatus StatusOn(DateOnly day) =>
        day < OpensOn ? AssignmentStatus.NotDue
        : day > DueOn ? AssignmentStatus.Overdue
        : AssignmentStatus.Open;

    /// <summary>For how many days it has been overdue; 0 while it is not.</summary>
    public int DaysLate(DateOnly day) => Math.Max(0, day.DayNumber - DueOn.DayNumber);
}

/// <summary>Somebody who is placed somewhere, as reminders need them.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Address">Where mail reaches them; null for nowhere.</param>
/// <param name="TimeZone">The zone whose dates are theirs.</param>
/// <param name="Region">The region whose anniversary day they keep; null for none known.</param>
/// <param name="AgencyIds">Where they are placed.</param>
/// <param name="IsAway">Whether leave of more than five days covers today.</param>
public sealed record Reminded(
    Guid Id,
    string Name,
    string? Address,
    string TimeZone,
    string? Region,
    IReadOnlyCollection<Guid> AgencyIds,
    bool IsAway
);

/// <summary>All that the digests of a moment are made from.</summary>
public sealed record ReminderInput
{
    /// <summary>What is owed by anybody.</summary>
    public required IReadOnlyList<Owed> Owed { get; init; }

    /// <summary>Everybody who is placed somewhere, by id.</summary>
    public required IReadOnlyDictionary<Guid, Reminded> People { get; init; }

    /// <summary>Who counts as a leader of whom, acting leaders and assistants too, and in which agency.</summary>
    public required IReadOnlyList<(
        Guid LeaderId,
        Guid PersonId,
        Guid AgencyId
    )> Teams { get; init; }

    /// <summary>Who is HR, and in which agency.</summary>
    public required IReadOnlyList<(Guid PersonId, Guid AgencyId)> HumanResources { get; init; }

    /// <summary>Digests that there are already.</summary>
    public required IReadOnlyList<DigestSeen> Digests { get; init; }
}

/// <summary>A digest that there is already.</summary>
public sealed record DigestSeen(
    Guid PersonId,
    DateOnly LocalDate,
    bool HasLeaderPart,
    bool HasHumanResourcesPart
);

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>What is elected.</summary>
public enum ElectionKind
{
    /// <summary>Parliament: a government is formed afterwards.</summary>
    General,

    /// <summary>Councils, in the whole country on one day.</summary>
    Local,

    /// <summary>One member of Parliament, in one electorate.</summary>
    ByElection,
}

/// <summary>
/// An election with its polling day, the same for every agency of the portal. The polling day can move; every day it ever had is
/// kept with its source.
/// </summary>
public sealed class ElectionEvent
{
    /// <summary>Longest key.</summary>
    public const int KeyLength = 60;

    /// <summary>Longest name.</summary>
    public const int NameLength = 120;

    /// <summary>Longest name of a region.</summary>
    public const int RegionLength = 80;

    /// <summary>How many months the pre-election period lasts.</summary>
    public const int PreElectionMonths = 3;

    /// <summary>How many years ahead somebody can set a polling day: a typing error lies farther.</summary>
    public const int MostYearsAhead = 10;

    private ElectionEvent() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The word for it in cycles and addresses, such as <c>general-2026</c>; it never changes.</summary>
    public string Key { get; private init; } = "";

    /// <summary>What people call it.</summary>
    public string Name { get; private init; } = "";

    /// <summary>What is elected.</summary>
    public ElectionKind Kind { get; private init; }

    /// <summary>The electorate of a by-election; null for the whole country.</summary>
    public string? Region { get; private init; }

    /// <summary>The polling day as it stands now.</summary>
    public DateOnly PollingDay { get; private set; }

    /// <summary>The first day of the pre-election period.</summary>
    public DateOnly PreElectionFrom { get; private set; }

    /// <summary>The day on which the Public Service Commission issued its guidance; null when it is not known, or there is none.</summary>
    public DateOnly? GuidanceFrom { get; private set; }

    /// <summary>The day on which the new government was sworn in; null before anybody recorded it.</summary>
    public DateOnly? GovernmentFormedOn { get; private set; }

    /// <summary>Counts the changes: who changes it says which state they saw.</summary>
    public int Version { get; private set; }

    /// <summary>Every polling day that it had, the current one among them.</summary>
    public ICollection<ElectionPollingDay> PollingDays { get; private init; } = [];

    /// <summary>The announcement that counts: the last one.</summary>
    public ElectionPollingDay NewestPollingDay => PollingDays.MaxBy(day => day.Number)!;

    /// <summary>The dates that its phases follow from.</summary>
    public ElectionDates Dates =>
        new(Kind, PollingDay, PreElectionFrom, GuidanceFrom, GovernmentFormedOn);

    /// <summary>The word for its round of an election programme, such as <c>election/general-2026</c>.</summary>
    public string CycleKey => CycleKeyOf(Key);

    /// <summary>The word for an election's round of an election programme.</summary>
    public static string CycleKeyOf(string key) => $"election/{key}";

    /// <summary>
    /// The day of the same number three months before a polling day (7 August for 7 November). Where the month has no such day,
    /// it is the month's last.
    /// </summary>
    public static DateOnly PreElectionFromOf(DateOnly pollingDay) =>
        pollingDay.AddMonths(-PreElectionMonths);

    /// <summary>Takes an election in.</summary>
    /// <param name="key">The word for it.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="kind">What is elected.</param>
    /// <param name="region">The electorate of a by-election.</param>
    /// <param name="first">The polling day as it was first set.</param>
    /// <param name="by">The account that enters it; null for the content.</param>
    /// <param name="at">When (UTC).</param>
    /// <exception cref="ArgumentException">A by-election without a region, or a region of another election.</exception>
    public static ElectionEvent Announce(
        string key,
        string name,
        ElectionKind kind,
        string? region,
        PollingDayAnnouncement first,
        Guid? by,
        DateTimeOffset at
    )
    {
        if (kind is ElectionKind.ByElection == string.IsNullOrWhiteSpace(region))
        {
            throw new ArgumentException(
                "A by-election, and no other, has a region.",
                nameof(region)
            );
        }

        var election = new ElectionEvent
        {
            Id = Guid.CreateVersion7(at),
            Key = key,
            Name = name,
            Kind = kind,
            Region = region,
        };
        election.Set(first, by, at);
        return election;
    }

    /// <summary>Moves the polling day, and the pre-election period with it.</summary>
    /// <param name="announcement">The new day, and where it was made known.</param>
    /// <param name="by">The account that enters it; null for the content.</param>
    /// <param name="at">When (UTC).</param>
    /// <exception cref="ArgumentException">It is the polling day already, or was announced before the one that is known.</exception>
    public void MovePollingDay(PollingDayAnnouncement announcement, Guid? by, DateTimeOffset at)
    {
        if (announcement.Day == PollingDay)
        {
            throw new ArgumentException("That is the polling day.", nameof(announcement));
        }

        if (announcement.AnnouncedOn is null || IsOlderThanKnown(announcement.AnnouncedOn.Value))
        {
            throw new ArgumentException(
                "A later announcement is known already.",
                nameof(announcement)
            );
        }

        Set(announcement, by, at);
    }

    /// <summary>Whether an announcement of a day is older than the one that counts.</summary>
    public bool IsOlderThanKnown(DateOnly announcedOn) =>
        NewestPollingDay.AnnouncedOn is { } known && announcedOn < known;

    /// <summary>Records when the Commission issued its guidance.</summary>
    public void IssueGuidance(DateOnly day)
    {
        GuidanceFrom = day;
        Version++;
    }

    /// <summary>Why somebody cannot move the polling day in this way today; null when they can.</summary>
    public PollingDayObstacle? ObstacleTo(DateOnly day, DateOnly announcedOn, DateOnly today) =>
        PollingDay < today ? PollingDayObstacle.Held
        : day == PollingDay ? PollingDayObstacle.SameDay
        : ObstacleTo(day, announcedOn, today, NewestPollingDay.AnnouncedOn);

    /// <summary>Why a polling day cannot be set in this way today; null when it can.</summary>
    public static PollingDayObstacle? ObstacleTo(
        DateOnly day,
        DateOnly announcedOn,
        DateOnly today,
        DateOnly? lastAnnouncedOn
    ) =>
        day < today ? PollingDayObstacle.InThePast
        : day > today.AddYears(MostYearsAhead) ? PollingDayObstacle.TooFar
        : announcedOn > today ? PollingDayObstacle.AnnouncedLater
        : announcedOn < lastAnnouncedOn ? PollingDayObstacle.AnnouncedBefore
        : null;

    /// <summary>Records the day on which the new government was sworn in: things are ordinary again from that day.</summary>
    /// <exception cref="ArgumentException">It does not lie after the polling day.</exception>
    /// <exception cref="InvalidOperationException">No government comes of this election, or one was recorded.</exception>
    public void FormGovernment(DateOnly day)
    {
        if (Kind is not ElectionKind.General || GovernmentFormedOn is not null)
        {
            throw new InvalidOperationException("No government is to be formed.");
        }

        if (day <= PollingDay)
        {
            throw new ArgumentException(
                "A government is formed after the polling day.",
                nameof(day)
            );
        }

        GovernmentFormedOn = day;
        Version++;
    }

    private void Set(PollingDayAnnouncement announcement, Guid? by, DateTimeOffset at)
    {
        PollingDay = announcement.Day;
        PreElectionFrom = announcement.PreElectionFrom ?? PreElectionFromOf(announcement.Day);
        Version++;
        PollingDays.Add(new ElectionPollingDay(Id, PollingDays.Count + 1, announcement, by, at));
    }
}

/// <summary>Why a polling day cannot be set or moved.</summary>
public enum PollingDayObstacle
{
    /// <summary>The polling day has passed.</summary>
    Held,

    /// <summary>It is the polling day already.</summary>
    SameDay,

    /// <summary>The new day lies in the past.</summary>
    InThePast,

    /// <summary>The new day lies too far ahead to be meant.</summary>
    TooFar,

    /// <summary>The announcement lies in the future.</summary>
    AnnouncedLater,

    /// <summary>A later announcement is known already.</summary>
    AnnouncedBefore,
}

/// <summary>A polling day and how it was made known.</summary>
/// <param name="Day">The day.</param>
/// <param name="Source">Where it was made known: an address, or words.</param>
/// <param name="AnnouncedOn">When it was made known; null for a day that the law sets.</param>
/// <param name="PreElectionFrom">The first day of the pre-election period; null for the day three months before.</param>
public sealed record PollingDayAnnouncement(
    DateOnly Day,
    string Source,
    DateOnly? AnnouncedOn,
    DateOnly? PreElectionFrom = null
);

/// <summary>A polling day that an election had, or has.</summary>
public sealed class ElectionPollingDay
{
    /// <summary>Longest source.</summary>
    public const int SourceLength = 500;

    private ElectionPollingDay() { }

    internal ElectionPollingDay(
        Guid electionEventId,
        int number,
        PollingDayAnnouncement announcement,
        Guid? by,
        DateTimeOffset at
    )
    {
        ElectionEventId = electionEventId;
        Number = number;
        Day = announcement.Day;
        Source = announcement.Source;
        AnnouncedOn = announcement.AnnouncedOn;
        ByAccountId = by;
        LearntAt = at;
    }

    /// <summary>The election.</summary>
    public Guid ElectionEventId { get; private init; }

    /// <summary>Its place in the history, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>Where it was made known: an address, or words.</summary>
    public string Source { get; private init; } = "";

    /// <summary>When it was made known; null for a day that the law sets.</summary>
    public DateOnly? AnnouncedOn { get; private init; }

    /// <summary>When the portal learnt it (UTC).</summary>
    public DateTimeOffset LearntAt { get; private init; }

    /// <summary>The account that entered it; null for the content.</summary>
    public Guid? ByAccountId { get; private init; }
}

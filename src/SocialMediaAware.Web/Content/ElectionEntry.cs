namespace SocialMediaAware.Web.Content;

/// <summary>What is elected, as the content names it.</summary>
public enum ElectionEntryKind
{
    /// <summary>Parliament.</summary>
    General,

    /// <summary>Councils.</summary>
    Local,

    /// <summary>One member of Parliament.</summary>
    ByElection,
}

/// <summary>A polling day as it was announced.</summary>
/// <param name="Day">The polling day.</param>
/// <param name="AnnouncedOn">When it was announced; null for a first day that the law sets.</param>
/// <param name="Source">Where: an address that readers can open.</param>
public sealed record PollingDayEntry(DateOnly Day, DateOnly? AnnouncedOn, string Source);

/// <summary>An election as the content names it.</summary>
public sealed record ElectionEntry
{
    /// <summary>The stable key, such as <c>general-2026</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What is elected.</summary>
    public required ElectionEntryKind Kind { get; init; }

    /// <summary>The electorate of a by-election.</summary>
    public string? Region { get; init; }

    /// <summary>Its polling days, in the order of their announcements; at least one.</summary>
    public required IReadOnlyList<PollingDayEntry> PollingDays { get; init; }

    /// <summary>The first day of the pre-election period, where it is not three months before the last of the polling days.</summary>
    public DateOnly? PreElectionFrom { get; init; }

    /// <summary>When the Public Service Commission issued its guidance.</summary>
    public DateOnly? GuidanceFrom { get; init; }

    /// <summary>When the new government was sworn in.</summary>
    public DateOnly? GovernmentFormedOn { get; init; }
}

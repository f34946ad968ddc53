namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>A line of a file about people, read: one position of one person. What is null was empty, or its column is not there.</summary>
public sealed class PeopleLine
{
    /// <summary>The line of the file.</summary>
    public required int Line { get; init; }

    /// <summary>The number in the agency's payroll.</summary>
    public required string EmployeeNumber { get; init; }

    /// <summary>What the person is called.</summary>
    public required string Name { get; init; }

    /// <summary>The unit, as it is written.</summary>
    public required string Unit { get; init; }

    /// <summary>The name in the agency's records.</summary>
    public string? OfficialName { get; init; }

    /// <summary>Where mail reaches them.</summary>
    public string? Email { get; init; }

    /// <summary>What they do.</summary>
    public string? Position { get; init; }

    /// <summary>The number of the position.</summary>
    public string? PositionNumber { get; init; }

    /// <summary>How they stand to the agency.</summary>
    public PersonKind? Kind { get; init; }

    /// <summary>The region whose anniversary day they keep.</summary>
    public string? Region { get; init; }

    /// <summary>The IANA name of their time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The days of the week they work.</summary>
    public WorkDays? WorkDays { get; init; }

    /// <summary>Their first day.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The day after their last day.</summary>
    public DateOnly? EndsBefore { get; init; }

    /// <summary>The employee numbers of who leads them.</summary>
    public IReadOnlyList<string> Leaders { get; init; } = [];

    /// <summary>Tasks and positions that bring duties of their own.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The first day they are away.</summary>
    public DateOnly? LeaveFrom { get; init; }

    /// <summary>The day after the last day they are away.</summary>
    public DateOnly? LeaveBefore { get; init; }

    /// <summary>Whether they are lent to the unit for a time.</summary>
    public bool? IsSecondment { get; init; }

    /// <summary>The first day of what the line says, where that is not the day of the import.</summary>
    public DateOnly? From { get; init; }
}

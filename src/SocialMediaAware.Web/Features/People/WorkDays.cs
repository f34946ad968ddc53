namespace SocialMediaAware.Web.Features.People;

/// <summary>The days of the week somebody works.</summary>
[Flags]
public enum WorkDays
{
    /// <summary>None: nobody works so.</summary>
    None = 0,

    /// <summary>Monday.</summary>
    Monday = 1,

    /// <summary>Tuesday.</summary>
    Tuesday = 2,

    /// <summary>Wednesday.</summary>
    Wednesday = 4,

    /// <summary>Thursday.</summary>
    Thursday = 8,

    /// <summary>Friday.</summary>
    Friday = 16,

    /// <summary>Saturday.</summary>
    Saturday = 32,

    /// <summary>Sunday.</summary>
    Sunday = 64,

    /// <summary>Monday to Friday, as most people do.</summary>
    Weekdays = Monday | Tuesday | Wednesday | Thursday | Friday,
}

/// <summary>What a placement says beside unit, kind and position.</summary>
/// <param name="PositionNumber">The number of the position; null without one.</param>
/// <param name="WorkDays">The days of the week they work.</param>
/// <param name="IsSecondment">Whether they are lent to the unit for a time.</param>
public sealed record PlacementDetails(
    string? PositionNumber = null,
    WorkDays WorkDays = WorkDays.Weekdays,
    bool IsSecondment = false
);

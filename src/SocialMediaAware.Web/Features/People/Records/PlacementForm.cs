using SocialMediaAware.Web.Features.Shared;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>The fields about a position, in the order in which pages ask for them. A page asks for those it needs.</summary>
public sealed class PlacementForm : IFormFields
{
    /// <summary>The unit, by id.</summary>
    public string? Unit { get; set; }

    /// <summary>What they do.</summary>
    public string? Position { get; set; }

    /// <summary>The number of the position.</summary>
    public string? PositionNumber { get; set; }

    /// <summary>How they stand to the agency.</summary>
    public string? Kind { get; set; }

    /// <summary>Their region.</summary>
    public string? Region { get; set; }

    /// <summary>Their number in the payroll.</summary>
    public string? EmployeeNumber { get; set; }

    /// <summary>The days of the week they work; null until some are chosen, because what is there already is never filled.</summary>
    public IReadOnlyList<string>? Days { get; set; }

    /// <summary>What becomes of the position they have.</summary>
    public string? Becomes { get; set; }

    /// <summary>The first day.</summary>
    public string? From { get; set; }

    /// <summary>The last day; nothing while none is known.</summary>
    public string? LastDay { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Somebody who works as most people do.</summary>
    public static PlacementForm New(DateOnly today) =>
        new()
        {
            Kind = nameof(PersonKind.Employee),
            Days = Names(WorkDays.Weekdays),
            From = today.ForField(),
        };

    /// <summary>What a position says, from today on, or from its first day.</summary>
    public static PlacementForm Of(Placement placement, DateOnly today)
    {
        var from = placement.HoldsFrom > today ? placement.HoldsFrom : today;
        var form = new PlacementForm
        {
            From = from.ForField(),
            LastDay = placement.HoldsUntil?.AddDays(-1).ForField(),
            Becomes = nameof(OldPosition.Ends),
            Unit = placement.UnitId.ToString(),
            Position = placement.Position,
            PositionNumber = placement.PositionNumber,
        };
        form.KeepStanding(placement);
        return form;
    }

    /// <summary>The unit stays as it is: the page does not ask for it. Nor does it ask for days that are not about its change.</summary>
    public void KeepPlace(Placement placement) =>
        (Unit, PositionNumber, LastDay) = (
            placement.UnitId.ToString(),
            placement.PositionNumber,
            null
        );

    /// <summary>Kind, region, number and days stay as they are: the page does not ask for them.</summary>
    public void KeepStanding(Placement placement) =>
        (Kind, Region, EmployeeNumber, Days) = (
            placement.Kind.ToString(),
            placement.Region,
            placement.EmployeeNumber,
            Names(placement.WorkDays)
        );

    /// <summary>The days of the week, by name.</summary>
    public static IReadOnlyList<string> Names(WorkDays days) =>
        [.. Week.Where(day => days.HasFlag(day)).Select(day => day.ToString())];

    /// <summary>The seven days, from Monday.</summary>
    public static IReadOnlyList<WorkDays> Week { get; } =
    [
        WorkDays.Monday,
        WorkDays.Tuesday,
        WorkDays.Wednesday,
        WorkDays.Thursday,
        WorkDays.Friday,
        WorkDays.Saturday,
        WorkDays.Sunday,
    ];
}

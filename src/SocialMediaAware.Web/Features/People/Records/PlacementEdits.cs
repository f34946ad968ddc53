using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>What a position shall say.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Kind">How they stand to the agency.</param>
/// <param name="Position">What they do.</param>
/// <param name="Region">The region whose anniversary day they keep.</param>
/// <param name="EmployeeNumber">Their number in the agency's payroll.</param>
/// <param name="Details">What else.</param>
public sealed record PlacementWish(
    Unit Unit,
    PersonKind Kind,
    string Position,
    string? Region,
    string? EmployeeNumber,
    PlacementDetails Details
)
{
    /// <summary>What a placement says now.</summary>
    public static PlacementWish As(Placement placement, Unit unit) =>
        new(
            unit,
            placement.Kind,
            placement.Position,
            placement.Region,
            placement.EmployeeNumber,
            new PlacementDetails(
                placement.PositionNumber,
                placement.WorkDays,
                placement.IsSecondment
            )
        );
}

/// <summary>What becomes of the position somebody has when they take another.</summary>
public enum OldPosition
{
    /// <summary>It ends when the other begins.</summary>
    Ends,

    /// <summary>They keep it: two at once.</summary>
    Stays,

    /// <summary>They keep it, and are lent to the other unit for a time.</summary>
    Lends,
}

/// <summary>
/// How positions are edited. What was known before stays known: a position is unlearnt, and what now holds is learnt. Days until
/// which something holds are the first day on which it no longer does.
/// </summary>
public static class PlacementEdits
{
    /// <summary>From a day on they have another position, or the same one says something else.</summary>
    /// <param name="old">The position, believed until now.</param>
    /// <param name="wish">What the other says.</param>
    /// <param name="from">Its first day; not before that of the old one.</param>
    /// <param name="until">The first day after it; null while no end is known.</param>
    /// <param name="becomes">What becomes of the old one.</param>
    /// <param name="change">Who says so, and why.</param>
    /// <returns>What is to be saved.</returns>
    public static IReadOnlyList<Placement> Move(
        Placement old,
        PlacementWish wish,
        DateOnly from,
        DateOnly? until,
        OldPosition becomes,
        PeopleChange change
    )
    {
        List<Placement> learnt = [];
        if (becomes is OldPosition.Ends && old.EndOn(from, change) is { } left)
        {
            learnt.Add(left);
        }

        var details = wish.Details with
        {
            IsSecondment = becomes switch
            {
                OldPosition.Lends => true,
                OldPosition.Stays => false,
                _ => wish.Details.IsSecondment,
            },
        };
        // A feed goes on owning what it brought; what stands beside it was entered by hand.
        var feed = becomes is OldPosition.Ends ? old.Feed : null;
        learnt.Add(Learn(old.PersonId, wish with { Details = details }, feed, from, until, change));
        return learnt;
    }

    /// <summary>They have a position from a day on.</summary>
    public static Placement Learn(
        Guid personId,
        PlacementWish wish,
        string? feed,
        DateOnly from,
        DateOnly? until,
        PeopleChange change
    ) =>
        Placement.Learn(
            personId,
            wish.Unit,
            wish.Kind,
            wish.Position,
            wish.Region,
            wish.EmployeeNumber,
            feed,
            from,
            until,
            change.At,
            wish.Details,
            change
        );

    /// <summary>Its days were wrong: it is unlearnt, and learnt with the right ones.</summary>
    public static Placement Correct(
        Placement placement,
        DateOnly from,
        DateOnly? until,
        PeopleChange change
    )
    {
        placement.Unlearn(change);
        return placement.Again(from, until, change);
    }
}

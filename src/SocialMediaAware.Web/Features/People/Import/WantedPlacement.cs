namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>A placement as a line wants it.</summary>
internal sealed record WantedPlacement(
    Unit Unit,
    PersonKind Kind,
    string Position,
    string? PositionNumber,
    string? Region,
    WorkDays WorkDays,
    bool IsSecondment,
    string EmployeeNumber,
    DateOnly? Until
)
{
    /// <summary>Whether a placement says the same, whenever it holds.</summary>
    public bool IsHeldAs(Placement held) =>
        held.UnitId == Unit.Id
        && held.Kind == Kind
        && held.Position == Position
        && held.PositionNumber == PositionNumber
        && held.Region == Region
        && held.WorkDays == WorkDays
        && held.IsSecondment == IsSecondment
        && string.Equals(held.EmployeeNumber, EmployeeNumber, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The same as it will be from a later day on: what the line changes goes on, what it does not change is as was entered ahead.
    /// The number stays: it says which position it is.
    /// </summary>
    /// <param name="coming">What was entered ahead.</param>
    /// <param name="now">What is held before it.</param>
    /// <param name="unitOf">Finds a unit.</param>
    public WantedPlacement In(Placement coming, Placement now, Func<Guid, Unit> unitOf) =>
        this with
        {
            Unit = Unit.Id == now.UnitId ? unitOf(coming.UnitId) : Unit,
            Kind = Kind == now.Kind ? coming.Kind : Kind,
            Position = Position == now.Position ? coming.Position : Position,
            Region = Region == now.Region ? coming.Region : Region,
            WorkDays = WorkDays == now.WorkDays ? coming.WorkDays : WorkDays,
            IsSecondment = IsSecondment == now.IsSecondment ? coming.IsSecondment : IsSecondment,
        };
}

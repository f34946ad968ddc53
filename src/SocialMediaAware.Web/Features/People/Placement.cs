using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>How a person stands to an agency. The codes cover all of them; statements differ.</summary>
public enum PersonKind
{
    /// <summary>Employed, permanently or for a term.</summary>
    Employee,

    /// <summary>Works under a contract for services.</summary>
    Contractor,

    /// <summary>Advises under a contract for services.</summary>
    Consultant,

    /// <summary>Gives their time.</summary>
    Volunteer,
}

/// <summary>A person's unit and standing from a day until a day. Two may overlap: a person can hold two positions.</summary>
public sealed class Placement : IBelongsToAgency, IRevisableFact<Placement>
{
    /// <summary>Longest position title.</summary>
    public const int PositionLength = 200;

    /// <summary>Longest employee number.</summary>
    public const int EmployeeNumberLength = 40;

    /// <summary>Longest region name.</summary>
    public const int RegionLength = 60;

    /// <summary>Longest name of a feed.</summary>
    public const int FeedLength = 60;

    /// <summary>Longest position number.</summary>
    public const int PositionNumberLength = 40;

    private Placement() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The person placed.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The unit they are placed in.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>How they stand to the agency.</summary>
    public PersonKind Kind { get; private init; }

    /// <summary>What they do.</summary>
    public string Position { get; private init; } = "";

    /// <summary>The number of the position, where the agency has such numbers: it tells two positions of one person apart.</summary>
    public string? PositionNumber { get; private init; }

    /// <summary>The days of the week they work.</summary>
    public WorkDays WorkDays { get; private init; } = WorkDays.Weekdays;

    /// <summary>Whether they are lent to this unit for a time. While that lasts, it is the unit they are counted in.</summary>
    public bool IsSecondment { get; private init; }

    /// <summary>The region whose anniversary day they keep; null for none known.</summary>
    public string? Region { get; private init; }

    /// <summary>Their number in the agency's payroll; null for people who are not on it.</summary>
    public string? EmployeeNumber { get; private init; }

    /// <summary>The feed that owns this placement; null when it was entered by hand.</summary>
    public string? Feed { get; private init; }

    /// <inheritdoc />
    public DateOnly HoldsFrom { get; private init; }

    /// <inheritdoc />
    public DateOnly? HoldsUntil { get; private init; }

    /// <inheritdoc />
    public DateTimeOffset LearntAt { get; private init; }

    /// <inheritdoc />
    public DateTimeOffset? UnlearntAt { get; private set; }

    /// <inheritdoc />
    public Guid? LearntInId { get; private init; }

    /// <inheritdoc />
    public Guid? UnlearntInId { get; private set; }

    /// <summary>Learns where a person stands from a day on, until another where that is known.</summary>
    public static Placement Learn(
        Guid personId,
        Unit unit,
        PersonKind kind,
        string position,
        string? region,
        string? employeeNumber,
        string? feed,
        DateOnly from,
        DateOnly? until,
        DateTimeOffset at,
        PlacementDetails? details = null,
        PeopleChange? change = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            PositionNumber = details?.PositionNumber,
            WorkDays = details?.WorkDays ?? WorkDays.Weekdays,
            IsSecondment = details?.IsSecondment ?? false,
            LearntInId = change?.Id,
            AgencyId = unit.AgencyId,
            PersonId = personId,
            UnitId = unit.Id,
            Kind = kind,
            Position = position,
            Region = region,
            EmployeeNumber = employeeNumber,
            Feed = feed,
            HoldsFrom = from,
            HoldsUntil = until,
            LearntAt = at,
        };

    /// <inheritdoc />
    public Placement Again(DateOnly from, DateOnly? until, PeopleChange change) =>
        In(UnitId, from, until, change);

    /// <summary>The same, learnt anew for another unit of the agency and another time: who owns it stays.</summary>
    public Placement In(Guid unitId, DateOnly from, DateOnly? until, PeopleChange change) =>
        new()
        {
            Id = Guid.CreateVersion7(change.At),
            AgencyId = AgencyId,
            PersonId = PersonId,
            UnitId = unitId,
            Kind = Kind,
            Position = Position,
            PositionNumber = PositionNumber,
            Region = Region,
            WorkDays = WorkDays,
            IsSecondment = IsSecondment,
            EmployeeNumber = EmployeeNumber,
            Feed = Feed,
            HoldsFrom = from,
            HoldsUntil = until,
            LearntAt = change.At,
            LearntInId = change.Id,
        };

    /// <summary>The same position in another unit of the agency, from a day on.</summary>
    public Placement InAnotherUnit(Guid unitId, DateOnly from, PeopleChange change) =>
        new()
        {
            Id = Guid.CreateVersion7(change.At),
            AgencyId = AgencyId,
            PersonId = PersonId,
            UnitId = unitId,
            Kind = Kind,
            Position = Position,
            PositionNumber = PositionNumber,
            Region = Region,
            WorkDays = WorkDays,
            EmployeeNumber = EmployeeNumber,
            Feed = Feed,
            HoldsFrom = from,
            HoldsUntil = HoldsUntil,
            LearntAt = change.At,
            LearntInId = change.Id,
        };

    /// <inheritdoc />
    public void Unlearn(PeopleChange change)
    {
        if (UnlearntAt is null)
        {
            (UnlearntAt, UnlearntInId) = (change.At, change.Id);
        }
    }

    /// <summary>Unlearns it, where nobody says why.</summary>
    public void Unlearn(DateTimeOffset at) => UnlearntAt ??= at;
}

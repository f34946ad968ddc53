using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>A part of an agency. What it is called and where it hangs in the tree are facts that change over time.</summary>
public sealed class Unit : IBelongsToAgency
{
    /// <summary>Longest code.</summary>
    public const int CodeLength = 40;

    private Unit() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The word for it in the agency's own systems, such as <c>CC-4410</c>; null without one. Unique in its agency.</summary>
    public string? Code { get; private set; }

    /// <summary>Sets up a unit of an agency.</summary>
    public static Unit Of(Guid agencyId, DateTimeOffset at, string? code = null) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            Code = code,
        };

    /// <summary>Goes by another code, or by none.</summary>
    public void GoBy(string? code) => Code = code;

    /// <summary>Sets up a unit under an id that was chosen before, in a plan.</summary>
    public static Unit As(Guid id, Guid agencyId, string? code) =>
        new()
        {
            Id = id,
            AgencyId = agencyId,
            Code = code,
        };

    /// <summary>The root unit of an agency, which has the agency's id.</summary>
    public static Unit RootOf(Guid agencyId) => new() { Id = agencyId, AgencyId = agencyId };
}

/// <summary>What a unit is called and which unit it belongs to, from a day until a day.</summary>
public sealed class UnitFact : IBelongsToAgency, IRevisableFact<UnitFact>
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    private UnitFact() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The unit it is about.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>What the unit is called.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The unit above; null for an agency's root.</summary>
    public Guid? ParentUnitId { get; private init; }

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

    /// <summary>Learns what a unit is called, and where it hangs, from a day on.</summary>
    public static UnitFact Learn(
        Unit unit,
        string name,
        Guid? parentUnitId,
        DateOnly from,
        DateTimeOffset at,
        DateOnly? until = null,
        PeopleChange? change = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = unit.AgencyId,
            UnitId = unit.Id,
            Name = name,
            ParentUnitId = parentUnitId,
            HoldsFrom = from,
            HoldsUntil = until,
            LearntAt = at,
            LearntInId = change?.Id,
        };

    /// <inheritdoc />
    public UnitFact Again(DateOnly from, DateOnly? until, PeopleChange change) =>
        new()
        {
            Id = Guid.CreateVersion7(change.At),
            AgencyId = AgencyId,
            UnitId = UnitId,
            Name = Name,
            ParentUnitId = ParentUnitId,
            HoldsFrom = from,
            HoldsUntil = until,
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

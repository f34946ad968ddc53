using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>A part of an agency. What it is called and where it hangs in the tree are facts that change over time.</summary>
public sealed class Unit : IBelongsToAgency
{
    private Unit() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>Sets up a unit of an agency.</summary>
    public static Unit Of(Guid agencyId, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), AgencyId = agencyId };

    /// <summary>The root unit of an agency, which has the agency's id.</summary>
    public static Unit RootOf(Guid agencyId) => new() { Id = agencyId, AgencyId = agencyId };
}

/// <summary>What a unit is called and which unit it belongs to, from a day until a day.</summary>
public sealed class UnitFact : IBelongsToAgency, IFact
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

    /// <summary>Learns what a unit is called, and where it hangs, from a day on.</summary>
    public static UnitFact Learn(
        Unit unit,
        string name,
        Guid? parentUnitId,
        DateOnly from,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = unit.AgencyId,
            UnitId = unit.Id,
            Name = name,
            ParentUnitId = parentUnitId,
            HoldsFrom = from,
            LearntAt = at,
        };

    /// <summary>Unlearns it: it turned out otherwise.</summary>
    public void Unlearn(DateTimeOffset at) => UnlearntAt ??= at;
}

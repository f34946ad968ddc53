using System.Text.Json.Serialization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>Whom a programme is for: whoever belongs to one of its groups; everybody of the agency where there is none.</summary>
public sealed record ProgrammeAudience
{
    /// <summary>So many groups at most.</summary>
    public const int MostGroups = 20;

    /// <summary>Everybody of the agency.</summary>
    public static ProgrammeAudience Everybody => new();

    /// <summary>The groups; a person of any of them is meant.</summary>
    public IReadOnlyList<AudienceGroup> Groups { get; init; } = [];

    /// <summary>Whether somebody is meant.</summary>
    /// <param name="kind">How they stand to the agency in one position.</param>
    /// <param name="unitAndThoseAbove">The unit of that position and those above it; the first is the unit itself.</param>
    /// <param name="flags">The tasks that they have on the day.</param>
    public bool Includes(
        PersonKind kind,
        IReadOnlyList<Guid> unitAndThoseAbove,
        IReadOnlyCollection<string> flags
    ) => Groups.Count == 0 || Groups.Any(group => group.Includes(kind, unitAndThoseAbove, flags));

    /// <summary>Whether it asks for more than a kind of person: then units and tasks have to be read.</summary>
    [JsonIgnore]
    public bool AsksForUnits => Groups.Any(group => group.Units.Count > 0);

    /// <summary>Whether it asks for tasks.</summary>
    [JsonIgnore]
    public bool AsksForFlags =>
        Groups.Any(group => group.Flags.Count > 0 || group.WithoutFlags.Count > 0);
}

/// <summary>People who meet all that a group says. What it leaves empty leaves everybody in.</summary>
public sealed record AudienceGroup
{
    /// <summary>Of one of these kinds; any kind where there is none.</summary>
    public IReadOnlyList<PersonKind> Kinds { get; init; } = [];

    /// <summary>In one of these units; anywhere in the agency where there is none.</summary>
    public IReadOnlyList<AudienceUnit> Units { get; init; } = [];

    /// <summary>With these tasks, in the words of <see cref="Content.AudienceFlags" />.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Whether all of the tasks are asked for; otherwise one of them is enough.</summary>
    public bool NeedsEveryFlag { get; init; }

    /// <summary>Without any of these tasks.</summary>
    public IReadOnlyList<string> WithoutFlags { get; init; } = [];

    internal bool Includes(
        PersonKind kind,
        IReadOnlyList<Guid> unitAndThoseAbove,
        IReadOnlyCollection<string> flags
    ) =>
        (Kinds.Count == 0 || Kinds.Contains(kind))
        && (Units.Count == 0 || Units.Any(unit => unit.Includes(unitAndThoseAbove)))
        && (
            Flags.Count == 0
            || (NeedsEveryFlag ? Flags.All(flags.Contains) : Flags.Any(flags.Contains))
        )
        && !WithoutFlags.Any(flags.Contains);
}

/// <summary>A unit of an audience.</summary>
/// <param name="UnitId">The unit; the agency's own id for its root.</param>
/// <param name="WithUnitsBelow">Whether the people of the units below it are meant too.</param>
public sealed record AudienceUnit(Guid UnitId, bool WithUnitsBelow)
{
    internal bool Includes(IReadOnlyList<Guid> unitAndThoseAbove) =>
        WithUnitsBelow
            ? unitAndThoseAbove.Contains(UnitId)
            : unitAndThoseAbove.Count > 0 && unitAndThoseAbove[0] == UnitId;
}

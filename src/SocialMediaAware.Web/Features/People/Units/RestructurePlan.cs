using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>What is done with units in one step.</summary>
public enum RestructureStepKind
{
    /// <summary>A unit gets another name.</summary>
    Rename,

    /// <summary>A unit moves below another one, with all that is below it.</summary>
    Move,

    /// <summary>Units end, and their people and the units below them go on in another one, which is there or new.</summary>
    Merge,

    /// <summary>Some people of a unit go on in a new one.</summary>
    Split,

    /// <summary>A unit in which nobody is left ends.</summary>
    Close,
}

/// <summary>One step of a restructure. Which of its parts count depends on its kind.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What is done.</param>
/// <param name="UnitId">The unit it is done to; for a merge the unit that goes on.</param>
public sealed record RestructureStep(Guid Id, RestructureStepKind Kind, Guid UnitId)
{
    /// <summary>Whether the unit that a merge or split leads to is new: it has the <see cref="NewUnitId" />.</summary>
    public bool MakesUnit => NewUnitId is not null;

    /// <summary>The id that the new unit will have; null where none is made.</summary>
    public Guid? NewUnitId { get; init; }

    /// <summary>The new name, or the name of the new unit.</summary>
    public string Name { get; init; } = "";

    /// <summary>The code of the new unit; null without one.</summary>
    public string? Code { get; init; }

    /// <summary>The unit that it moves below, or below which the new one stands.</summary>
    public Guid? AboveId { get; init; }

    /// <summary>The units that end in a merge.</summary>
    public IReadOnlyList<Guid> Ending { get; init; } = [];

    /// <summary>The people who go to the new unit in a split.</summary>
    public IReadOnlyList<Guid> PersonIds { get; init; } = [];

    /// <summary>Where people go on: the new unit of a split, the unit that a merge leads to.</summary>
    public Guid IntoId => NewUnitId ?? UnitId;
}

/// <summary>How far a restructure has come.</summary>
public enum RestructureState
{
    /// <summary>It is being written, and changes nothing.</summary>
    Draft,

    /// <summary>It is confirmed: its facts are learnt, and hold from its day on.</summary>
    Confirmed,

    /// <summary>It was taken back before its day.</summary>
    TakenBack,
}

/// <summary>Units renamed, moved, merged, split or closed on a day, in steps that follow each other.</summary>
public sealed class RestructurePlan : IBelongsToAgency
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 120;

    private RestructurePlan() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>What HR calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The first day on which things are as they will be, as a New Zealand date.</summary>
    public DateOnly On { get; private set; }

    /// <summary>How far it has come.</summary>
    public RestructureState State { get; private set; }

    /// <summary>Its steps, in their order.</summary>
    public IReadOnlyList<RestructureStep> Steps { get; private set; } = [];

    /// <summary>Grows with each change: two people who write at once do not lose each other's steps.</summary>
    public int Version { get; private set; }

    /// <summary>When it was begun (UTC).</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>The account that began it.</summary>
    public Guid StartedByAccountId { get; private init; }

    /// <summary>How many people it moved; null before it is confirmed.</summary>
    public int? PeopleMoved { get; private set; }

    /// <summary>The act by which it was confirmed: who, when and why.</summary>
    public Guid? ConfirmedInId { get; private set; }

    /// <summary>The act by which it was taken back.</summary>
    public Guid? TakenBackInId { get; private set; }

    /// <summary>Begins a draft.</summary>
    public static RestructurePlan Start(
        Guid agencyId,
        string name,
        DateOnly on,
        Guid byAccountId,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            Name = name,
            On = on,
            StartedByAccountId = byAccountId,
            StartedAt = at,
        };

    /// <summary>The same with one more step, to be tried and not to be kept.</summary>
    public RestructurePlan With(RestructureStep step) =>
        new()
        {
            Id = Id,
            AgencyId = AgencyId,
            Name = Name,
            On = On,
            Steps = [.. Steps, step],
        };

    /// <summary>Whether it can be taken back: confirmed, and its day has not come.</summary>
    public bool CanBeTakenBackOn(DateOnly today) =>
        State == RestructureState.Confirmed && On > today;

    /// <summary>Takes another name or day.</summary>
    public void Become(string name, DateOnly on)
    {
        DemandDraft();
        (Name, On) = (name, on);
        Version++;
    }

    /// <summary>Adds a step at the end.</summary>
    public void Add(RestructureStep step)
    {
        DemandDraft();
        Steps = [.. Steps, step];
        Version++;
    }

    /// <summary>Leaves a step out.</summary>
    public void Remove(Guid stepId)
    {
        DemandDraft();
        Steps = [.. Steps.Where(step => step.Id != stepId)];
        Version++;
    }

    /// <summary>It is confirmed.</summary>
    /// <param name="change">The act: who, when and why.</param>
    /// <param name="peopleMoved">How many people it moves.</param>
    public void Confirm(PeopleChange change, int peopleMoved)
    {
        DemandDraft();
        (State, ConfirmedInId, PeopleMoved) = (RestructureState.Confirmed, change.Id, peopleMoved);
        Version++;
    }

    /// <summary>It is taken back.</summary>
    /// <exception cref="InvalidOperationException">It is not confirmed.</exception>
    public void TakeBack(PeopleChange change)
    {
        if (State != RestructureState.Confirmed)
        {
            throw new InvalidOperationException("Only what is confirmed can be taken back.");
        }

        (State, TakenBackInId) = (RestructureState.TakenBack, change.Id);
        Version++;
    }

    private void DemandDraft()
    {
        if (State != RestructureState.Draft)
        {
            throw new InvalidOperationException("A restructure that is confirmed does not change.");
        }
    }
}

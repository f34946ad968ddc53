using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Units;
using static SocialMediaAware.Tests.People.Units.GivenUnits;

namespace SocialMediaAware.Tests.People.Units;

/// <summary>Steps tried on units and people that no database holds.</summary>
public sealed class RestructureOutcomeTests
{
    private static readonly DateOnly Begin = new(2020, 1, 1);
    private static readonly DateOnly On = new(2027, 3, 1);
    private static readonly DateTimeOffset Learnt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Guid root = Guid.NewGuid();
    private readonly List<UnitSpan> units = [];
    private readonly List<Placement> placements = [];

    public RestructureOutcomeTests() => units.Add(new(root, "Agency", null, Begin, null));

    [Fact]
    public void Rename_WhenAMoveIsKnownToComeLater_KeepsBoth()
    {
        var above = Unit("Above");
        var unit = Made();
        var later = On.AddMonths(2);
        units.Add(new(unit.Id, "Old", root, Begin, later));
        units.Add(new(unit.Id, "Old", above.Id, later, null));

        var after = Try(Rename(unit, "New")).After;

        Assert.Equal("Old", after.On(unit.Id, On.AddDays(-1))!.Name);
        Assert.Equal(("New", root), NameAndPlace(after, unit, On));
        Assert.Equal(("New", above.Id), NameAndPlace(after, unit, later));
    }

    [Fact]
    public void Rename_WhenAnotherNameIsKnownToComeLater_LastsUntilThen()
    {
        var unit = Made();
        var later = On.AddMonths(2);
        units.Add(new(unit.Id, "Old", root, Begin, later));
        units.Add(new(unit.Id, "Last", root, later, null));

        var after = Try(Rename(unit, "New")).After;

        Assert.Equal("New", after.On(unit.Id, later.AddDays(-1))!.Name);
        Assert.Equal("Last", after.On(unit.Id, later)!.Name);
    }

    [Fact]
    public void Move_WhenItWouldBeBelowItself_IsRefused()
    {
        var above = Unit("Above");
        var below = Unit("Below", above.Id);
        Assert.Equal(RestructureObstacle.BelowItself, ProblemOf(Move(above, below.Id)));
        Assert.Equal(RestructureObstacle.BelowItself, ProblemOf(Move(above, above.Id)));
        Assert.Equal(RestructureObstacle.IsTheAgency, ProblemOf(Rename(AgencyItself(), "X")));
    }

    [Fact]
    public void Move_WhenALaterMoveWouldMakeALoop_IsRefused()
    {
        var one = Made();
        var other = Unit("Other");
        var later = On.AddMonths(2);
        // From the later day on, one stands below the other.
        units.Add(new(one.Id, "One", root, Begin, later));
        units.Add(new(one.Id, "One", other.Id, later, null));

        Assert.Equal(RestructureObstacle.LosesUnits, ProblemOf(Move(other, one.Id)));
    }

    [Fact]
    public void Merge_WhenTheOneThatGoesOnStoodBelow_TakesItsPlace()
    {
        var above = Unit("Above");
        var between = Unit("Between", above.Id);
        var below = Unit("Below", between.Id);
        var beside = Unit("Beside", above.Id);
        var person = Placed(above);

        var outcome = Try(Merge(below.Id, above));

        Assert.Empty(outcome.Problems);
        Assert.Null(outcome.After.On(above.Id, On));
        Assert.Equal(root, outcome.After.On(below.Id, On)!.AboveId);
        Assert.Equal(below.Id, outcome.After.On(between.Id, On)!.AboveId);
        Assert.Equal(below.Id, outcome.After.On(beside.Id, On)!.AboveId);
        var (placement, becomes) = Assert.Single(outcome.Moves.Changes());
        Assert.Equal(person, placement.PersonId);
        Assert.Equal(
            [(above.Id, Begin, (DateOnly?)On), (below.Id, On, null)],
            becomes.Select(part => (part.UnitId, part.From, part.Until))
        );
    }

    [Fact]
    public void Close_WhenSomebodyIsThereLater_IsRefused()
    {
        var unit = Unit("Unit");
        Placed(unit, On.AddMonths(3));
        Assert.Equal(
            RestructureObstacle.PeopleLeft,
            ProblemOf(Step(RestructureStepKind.Close, unit.Id))
        );
    }

    [Fact]
    public void Close_WhenUnitsAreBelow_IsRefused_AndAfterTheyMovedIsNot()
    {
        var unit = Unit("Unit");
        var below = Unit("Below", unit.Id);
        var close = Step(RestructureStepKind.Close, unit.Id);
        Assert.Equal(RestructureObstacle.UnitsBelow, ProblemOf(close));
        Assert.Empty(Try(Move(below, root), close).Problems);
    }

    [Fact]
    public void Split_WhenPeopleAreChosen_TakesThemAndNobodyElse()
    {
        var unit = Unit("Unit");
        var stays = Placed(unit);
        var goes = Placed(unit);
        var comes = Placed(unit, On.AddDays(10));
        var split = Split(unit, root, "New", goes, comes);

        var outcome = Try(split);

        Assert.Equal(
            new[] { goes, comes }.Order(),
            outcome.Moves.Changes().Select(change => change.Placement.PersonId).Order()
        );
        Assert.Equal([stays], outcome.Moves.PeopleIn(unit.Id, On));
        Assert.Equal(
            RestructureObstacle.PersonNotThere,
            ProblemOf(Split(unit, root, "New", Guid.NewGuid()))
        );
    }

    [Fact]
    public void Steps_WhenTheyUndoEachOther_ChangeNothing()
    {
        var unit = Unit("Unit");
        Placed(unit);
        var split = Split(unit, root, "New", placements[0].PersonId);
        var back = Merge(unit.Id) with { Ending = [split.IntoId] };

        var outcome = Try(split, back);

        Assert.Empty(outcome.Problems);
        Assert.Empty(outcome.Moves.Changes());
    }

    [Fact]
    public void Split_WhenItsCodeIsTaken_IsRefused()
    {
        var unit = Unit("Unit");
        var split = Split(unit, root, "New", Placed(unit)) with { Code = "CC-1" };
        Assert.Equal(RestructureObstacle.CodeTaken, ProblemOf(split));
    }

    private RestructureOutcome Try(params RestructureStep[] steps) =>
        new(root, units, placements, On, steps, ["CC-1"]);

    private RestructureObstacle ProblemOf(RestructureStep step) =>
        Assert.Single(Try(step).Problems).Obstacle;

    private static (string, Guid?) NameAndPlace(UnitChronicle after, Unit unit, DateOnly day) =>
        (after.On(unit.Id, day)!.Name, after.On(unit.Id, day)!.AboveId);

    private Unit Made() => SocialMediaAware.Web.Features.People.Unit.Of(root, Learnt);

    private Unit AgencyItself() => SocialMediaAware.Web.Features.People.Unit.RootOf(root);

    private Unit Unit(string name, Guid? aboveId = null)
    {
        var unit = Made();
        units.Add(new(unit.Id, name, aboveId ?? root, Begin, null));
        return unit;
    }

    private Guid Placed(Unit unit, DateOnly? from = null)
    {
        var personId = Guid.NewGuid();
        placements.Add(
            Placement.Learn(
                personId,
                unit,
                PersonKind.Employee,
                "Adviser",
                null,
                null,
                null,
                from ?? Begin,
                null,
                Learnt
            )
        );
        return personId;
    }
}

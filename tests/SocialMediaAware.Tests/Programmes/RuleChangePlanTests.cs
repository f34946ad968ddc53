using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

public sealed class RuleChangePlanTests
{
    private static readonly Guid Anahera = new(1, 0, 0, new byte[8]);
    private static readonly Guid Tavita = new(2, 0, 0, new byte[8]);
    private static readonly Guid Mere = new(3, 0, 0, new byte[8]);
    private static readonly DateOnly InForce = new(2026, 10, 5);

    [Fact]
    public void Plan_WhenARuleChanged_AsksWhoSignedAnOlderMajor()
    {
        var made = Plan(Input(Change(2, (Anahera, 1), (Tavita, 2))), InForce).Make;

        var one = Assert.Single(made);
        Assert.Equal(Anahera, one.PersonId);
        Assert.Equal("policy/be-kind@2", one.CycleKey);
        Assert.Equal(["be-kind"], one.ModuleSlugs!);
        Assert.Equal(InForce, one.OpensOn);
        Assert.Equal(Calendar.AddWorkingDays(InForce, 15, null), one.DueOn);
    }

    [Fact]
    public void Plan_BeforeItIsInForce_AsksNobody() =>
        Assert.Equal(0, Plan(Input(Change(2, (Anahera, 1))), InForce.AddDays(-1)).Count);

    [Fact]
    public void Plan_WhenAnotherOpenAssignmentCoversTheModule_MakesNoneOfItsOwn()
    {
        var change = Change(2, (Anahera, 1)) with
        {
            CoveredElsewhere = new HashSet<Guid> { Anahera },
        };

        Assert.Empty(Plan(Input(change), InForce).Make);
    }

    [Fact]
    public void Plan_WhenItWasMade_StaysThoughAnotherOpensThatCoversIt()
    {
        var before = Apply([], Plan(Input(Change(2, (Anahera, 1))), InForce), InForce);
        var covered = Change(2, (Anahera, 1)) with
        {
            CoveredElsewhere = new HashSet<Guid> { Anahera },
        };

        Assert.Equal(
            0,
            Plan(Input(covered) with { Assignments = before }, InForce.AddDays(3)).Count
        );
    }

    [Fact]
    public void Plan_WhenTheNextMajorComes_EndsTheOneBeforeAndAsksOnce()
    {
        var before = Apply([], Plan(Input(Change(2, (Anahera, 1))), InForce), InForce);
        var next = Change(3, (Anahera, 1)) with { InForceOn = InForce.AddDays(5) };

        var plan = Plan(Input(next) with { Assignments = before }, InForce.AddDays(5));

        Assert.Equal(before.Single().Id, Assert.Single(plan.Supersede));
        Assert.Equal("policy/be-kind@3", Assert.Single(plan.Make).CycleKey);
    }

    [Fact]
    public void Plan_WhenTwoModulesChanged_AsksForEachByItself()
    {
        var both = Input(Change(2, (Anahera, 1))) with
        {
            RuleChanges =
            [
                Change(2, (Anahera, 1)),
                Change(4, (Anahera, 3)) with
                {
                    ModuleSlug = "be-careful",
                },
            ],
        };

        var made = Plan(both, InForce).Make;
        var after = Apply([], Plan(both, InForce), InForce);

        Assert.Equal(
            ["policy/be-careful@4", "policy/be-kind@2"],
            made.Select(one => one.CycleKey).Order(StringComparer.Ordinal)
        );
        Assert.Equal(0, Plan(both with { Assignments = after }, InForce).Count);
    }

    [Fact]
    public void Plan_WhoNeverSignedIt_IsAskedByOtherProgrammes()
    {
        var trace = new PlanTrace();

        Assert.Empty(
            Plan(
                Input(Change(2)) with
                {
                    Placements = [Placed(Mere, new(2020, 1, 6))],
                    Trace = trace,
                },
                InForce
            ).Make
        );
        Assert.Equal(PlanReasonKind.NeverSignedEarlier, trace.Reasons[^1].Kind);
    }

    [Fact]
    public void Plan_WhenTheModuleLeavesTheProgramme_EndsWhatIsOpen()
    {
        var before = Apply([], Plan(Input(Change(2, (Anahera, 1))), InForce), InForce);

        var plan = Plan(
            Input(Change(2, (Anahera, 1))) with
            {
                RuleChanges = [],
                Assignments = before,
            },
            InForce
        );

        Assert.Equal(before.Single().Id, Assert.Single(plan.Supersede));
    }

    private static PlanDifference Plan(PlanInput input, DateOnly today) =>
        RuleChangePlan.Of(input, Calendar, today);

    private static PlanInput Input(PlannedRuleChange change) =>
        PlanTestData.Input([Placed(Anahera, new(2020, 1, 6)), Placed(Tavita, new(2020, 1, 6))]) with
        {
            Programme = Onboarding with { DueInWorkingDays = 15 },
            RuleChanges = [change],
        };

    private static PlannedRuleChange Change(int major, params (Guid Who, int Major)[] signed) =>
        new(
            "be-kind",
            major,
            InForce,
            signed.ToDictionary(one => one.Who, one => one.Major),
            new HashSet<Guid>()
        );
}

using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

public sealed partial class OnboardingPlanTests
{
    private static readonly Guid Aroha = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public void Plan_WhenSomebodyStarts_OpensThatDayAndIsDueInTenWorkingDays()
    {
        var made = Assert.Single(Plan(Input([Placed(Aroha, Monday)]), Monday).Make);

        Assert.Equal(Aroha, made.PersonId);
        Assert.Equal("onboarding/kainga-ora/2026-11-16", made.CycleKey);
        Assert.Equal(Monday, made.OpensOn);
        Assert.Equal(new DateOnly(2026, 11, 30), made.DueOn);
        Assert.False(made.IsHeld);
    }

    [Fact]
    public void Plan_WhenSomebodyAppearsAfterTheyStarted_OpensTheDayTheyAppear()
    {
        var made = Assert.Single(
            Plan(Input([Placed(Aroha, new(2026, 11, 2), appearedOn: Monday)]), Monday).Make
        );

        Assert.Equal(Monday, made.OpensOn);
        Assert.Equal(new DateOnly(2026, 11, 30), made.DueOn);
        Assert.Equal("onboarding/kainga-ora/2026-11-02", made.CycleKey);
    }

    [Fact]
    public void Plan_WhenSomebodyWillStart_MakesItForThatDay()
    {
        var made = Assert.Single(Plan(Input([Placed(Aroha, Monday.AddDays(14))]), Monday).Make);

        Assert.Equal(Monday.AddDays(14), made.OpensOn);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    public void Plan_WhenSomebodyWasPlacedBeforeTheLaunch_OwesNothing(int days, int expected) =>
        Assert.Equal(
            expected,
            Plan(
                Input([Placed(Aroha, Launch.AddDays(days), appearedOn: Monday)]),
                Monday
            ).Make.Count
        );

    [Fact]
    public void Plan_WhenSomebodyHasTwoPositions_MakesOneForTheFirstKind()
    {
        var made = Assert.Single(
            Plan(
                Input([
                    Placed(Aroha, Monday, kind: PersonKind.Volunteer),
                    Placed(Aroha, Monday.AddDays(-3), kind: PersonKind.Employee),
                ]),
                Monday
            ).Make
        );

        Assert.Equal(PersonKind.Employee, made.PersonKind);
        Assert.Equal(Monday.AddDays(-3), made.OpensOn);
    }

    [Fact]
    public void Plan_WhenTheKindIsNotOfTheAudience_OwesNothing()
    {
        var input = Input([Placed(Aroha, Monday, kind: PersonKind.Volunteer)]) with
        {
            Programme = Onboarding with { AudienceKinds = [PersonKind.Employee] },
        };

        Assert.Equal(0, Plan(input, Monday).Count);
    }

    [Fact]
    public void Plan_WhenSomebodyHasIt_ChangesNothing() =>
        Assert.Equal(
            0,
            Plan(Input([Placed(Aroha, Monday)], assignments: [Open(Monday)]), Monday).Count
        );

    [Fact]
    public void Plan_WhenEverythingEnded_LeavesIt()
    {
        var open = Open(Monday);
        var ended = Placed(Aroha, Monday, until: Monday.AddDays(3));

        Assert.Empty(Plan(Input([ended], assignments: [open]), Monday.AddDays(2)).Leave);
        Assert.Equal([open.Id], Plan(Input([ended], assignments: [open]), Monday.AddDays(3)).Leave);
    }

    [Fact]
    public void Plan_WhenOnePositionOfTwoEnded_LeavesNothing() =>
        Assert.Equal(
            0,
            Plan(
                Input(
                    [Placed(Aroha, Monday, until: Monday.AddDays(3)), Placed(Aroha, Monday)],
                    assignments: [Open(Monday)]
                ),
                Monday.AddDays(5)
            ).Count
        );

    [Fact]
    public void Plan_WhenSomebodySignedAndLeft_KeepsItSigned() =>
        Assert.Equal(
            0,
            Plan(
                Input(
                    [Placed(Aroha, Monday, until: Monday.AddDays(3))],
                    assignments: [Open(Monday) with { IsSigned = true }]
                ),
                Monday.AddDays(9)
            ).Count
        );

    [Fact]
    public void Plan_WhenAContractGoesOnAfterAWeekend_IsOneEngagement() =>
        Assert.Equal(
            0,
            Plan(
                Input(
                    [
                        Placed(Aroha, new(2026, 9, 1), until: new(2026, 11, 14)),
                        Placed(Aroha, Monday),
                    ],
                    assignments: [Open(new(2026, 9, 1)) with { IsSigned = true }]
                ),
                Monday
            ).Count
        );

    [Fact]
    public void Plan_WhenSomebodyReturnsAfterABreak_OwesItAgain()
    {
        var difference = Plan(
            Input(
                [Placed(Aroha, new(2026, 9, 1), until: new(2026, 10, 1)), Placed(Aroha, Monday)],
                assignments: [Open(new(2026, 9, 1)) with { IsSigned = true }]
            ),
            Monday
        );

        Assert.Equal("onboarding/kainga-ora/2026-11-16", Assert.Single(difference.Make).CycleKey);
        Assert.Equal(1, difference.Count);
    }

    [Fact]
    public void Plan_WhenSomebodyHadNotLeftAfterAll_AsksAgainAndMakesNoSecond()
    {
        var left = Open(Monday) with { HasLeft = true };

        var difference = Plan(Input([Placed(Aroha, Monday)], assignments: [left]), Monday);

        Assert.Equal([left.Id], difference.ComeBack);
        Assert.Equal(1, difference.Count);
    }

    [Fact]
    public void Plan_WhenTheFirstDayTurnsOutToBeLater_MovesBothDates()
    {
        var open = Open(Monday);

        var difference = Plan(
            Input([Placed(Aroha, Monday.AddDays(7))], assignments: [open]),
            Monday
        );

        var move = Assert.Single(difference.Move);
        Assert.Equal(Monday.AddDays(7), move.OpensOn);
        Assert.Equal(new DateOnly(2026, 12, 7), move.DueOn);
        Assert.Equal(1, difference.Count);
    }

    [Fact]
    public void Plan_WhenSomebodyWasGivenMoreTime_KeepsIt() =>
        Assert.Equal(
            0,
            Plan(
                Input(
                    [Placed(Aroha, Monday)],
                    assignments: [Open(Monday) with { DueOn = new(2026, 12, 24) }]
                ),
                Monday
            ).Count
        );

    [Fact]
    public void Plan_WhenAContractorBecomesAnEmployee_ChangesTheWordsTheySign()
    {
        var open = Open(Monday) with { PersonKind = PersonKind.Contractor };

        var move = Assert.Single(
            Plan(Input([Placed(Aroha, Monday)], assignments: [open]), Monday).Move
        );

        Assert.Equal(PersonKind.Employee, move.PersonKind);
    }

    private static PlannedAssignment Open(DateOnly from) =>
        new(
            Guid.Parse("00000000-0000-0000-0000-0000000000f1"),
            Aroha,
            PersonKind.Employee,
            OnboardingPlan.CycleKey("kainga-ora", from),
            from,
            Calendar.AddWorkingDays(from, 10, pattern: default),
            PromisedUntil: null,
            HeldOn: null,
            IsSigned: false,
            IsSuperseded: false,
            IsDeclined: false,
            HasLeft: false
        );
}

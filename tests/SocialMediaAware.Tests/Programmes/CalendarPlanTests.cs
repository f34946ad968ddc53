using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Programmes.PlanTestData;

namespace SocialMediaAware.Tests.Programmes;

public sealed partial class CalendarPlanTests
{
    private static readonly Guid Anahera = new(1, 0, 0, new byte[8]);
    private static readonly DateOnly LongAgo = new(2019, 3, 4);

    private static readonly PlannedProgramme Programme = Onboarding with
    {
        LaunchedOn = new(2020, 1, 1),
    };

    private static readonly PlannedElection General2026 = new(
        "general-2026",
        new(2026, 11, 7),
        new(2026, 8, 7)
    );

    [Theory]
    [InlineData(2026, "2026-03-31")]
    [InlineData(2027, "2027-03-31")]
    [InlineData(2024, "2024-03-28")] // 29 March 2024 was Good Friday
    [InlineData(2029, "2029-03-29")] // Good Friday is 30 March
    public void Yearly_InAYear_OpensOnTheFirstOfFebruaryAndIsDueOnTheLastWorkingDayOfMarch(
        int year,
        string due
    )
    {
        var made = Assert.Single(
            Plan([Placed(Anahera, LongAgo)], Years(year), new(year, 2, 1)).Make
        );

        Assert.Equal($"yearly/{year}", made.CycleKey);
        Assert.Equal(new DateOnly(year, 2, 1), made.OpensOn);
        Assert.Equal(DateOnly.Parse(due, null), made.DueOn);
    }

    [Fact]
    public void Yearly_BeforeTheWindow_AsksNothing() =>
        Assert.Equal(
            0,
            Plan(
                [Placed(Anahera, LongAgo)],
                Years(2027),
                new(2027, 1, 31),
                programme: Programme with
                {
                    LaunchedOn = new(2027, 1, 1),
                }
            ).Count
        );

    [Fact]
    public void Yearly_WhoJoinsInTheWindow_OwesItOnlyWhereNoOnboardingAsksTheSame()
    {
        PlannedPlacement[] joined = [Placed(Anahera, new(2027, 3, 29))];

        Assert.Empty(Plan(joined, Years(2027), new(2027, 4, 20)).Make);
        var made = Assert.Single(
            Plan(
                joined,
                [Round.OfYear(YearlyWindow.Usual, 2027, latecomersOwe: true)],
                new(2027, 4, 20)
            ).Make
        );
        Assert.Equal(new DateOnly(2027, 3, 29), made.OpensOn);
        Assert.Equal(new DateOnly(2027, 4, 12), made.DueOn);
    }

    [Fact]
    public void Yearly_LaunchedInTheMiddleOfTheWindow_OpensOnThatDayAndLeavesTenWorkingDays()
    {
        var made = Assert.Single(
            Plan(
                [Placed(Anahera, LongAgo)],
                Years(2027),
                new(2027, 3, 24),
                programme: Programme with
                {
                    LaunchedOn = new(2027, 3, 24),
                }
            ).Make
        );

        Assert.Equal(new DateOnly(2027, 3, 24), made.OpensOn);
        // Good Friday and Easter Monday lie between.
        Assert.Equal(new DateOnly(2027, 4, 9), made.DueOn);
    }

    [Fact]
    public void Yearly_LaunchedAfterTheWindow_WaitsForTheNext() =>
        Assert.Equal(
            0,
            Plan(
                [Placed(Anahera, LongAgo)],
                Years(2027),
                new(2027, 6, 1),
                programme: Programme with
                {
                    LaunchedOn = new(2027, 5, 1),
                }
            ).Count
        );

    [Fact]
    public void Yearly_OnLeaveThroughTheWindow_IsHeldAndRunsOnFromTheReturn()
    {
        PlannedLeave[] leave = [new(Anahera, new(2027, 1, 11), new(2027, 7, 5))];
        var day = new DateOnly(2027, 2, 1);
        var made = Assert.Single(Plan([Placed(Anahera, LongAgo)], Years(2027), day, leave).Make);

        Assert.True(made.IsHeld);
        // 39 working days lay between 1 February and 31 March.
        Assert.Equal(
            Calendar.AddWorkingDays(
                new(2027, 7, 4),
                Calendar.WorkingDaysBetween(new(2027, 2, 1), new(2027, 3, 31), null),
                null
            ),
            made.DueOn
        );
    }

    [Fact]
    public void Yearly_WhenANewRoundOpens_EndsTheOldOneThatWasNotSigned()
    {
        var rounds = new[] { 2026, 2027 }.SelectMany(year => Years(year)).ToArray();
        var before = Apply(
            [],
            Plan([Placed(Anahera, LongAgo)], rounds, new(2026, 2, 2)),
            new(2026, 2, 2)
        );

        var difference = Plan(
            [Placed(Anahera, LongAgo)],
            rounds,
            new(2027, 2, 1),
            assignments: before
        );

        Assert.Equal("yearly/2027", Assert.Single(difference.Make).CycleKey);
        Assert.Equal(before.Single().Id, Assert.Single(difference.Supersede));
    }

    [Fact]
    public void Yearly_WhoReturnsAfterThreeYears_OwesTheNewestOnly()
    {
        var rounds = Enumerable.Range(2024, 4).SelectMany(Years).ToArray();

        Assert.Equal(
            "yearly/2027",
            Assert
                .Single(
                    Plan(
                        [
                            Placed(Anahera, new(2022, 1, 10), new(2024, 3, 1)),
                            Placed(Anahera, new(2026, 11, 2)),
                        ],
                        rounds,
                        new(2027, 2, 3)
                    ).Make
                )
                .CycleKey
        );
    }

    [Fact]
    public void Yearly_WhoLeavesAndComesBackInTheSameRound_IsAskedForTheSameOneAgain()
    {
        var opened = new DateOnly(2027, 2, 1);
        var made = Apply([], Plan([Placed(Anahera, LongAgo)], Years(2027), opened), opened);
        var gone = Apply(
            made,
            Plan(
                [Placed(Anahera, LongAgo, new(2027, 2, 15))],
                Years(2027),
                new(2027, 2, 16),
                assignments: made
            ),
            new(2027, 2, 16)
        );
        Assert.True(gone.Single().HasLeft);

        var back = Plan(
            [Placed(Anahera, LongAgo, new(2027, 2, 15)), Placed(Anahera, new(2027, 3, 8))],
            [Round.OfYear(YearlyWindow.Usual, 2027, latecomersOwe: true)],
            new(2027, 3, 8),
            assignments: gone
        );

        Assert.Equal(gone.Single().Id, Assert.Single(back.ComeBack));
        Assert.Empty(back.Make);
    }

    [Theory]
    [InlineData("02-01/03-31")]
    [InlineData("11-15/01-31")]
    public void Window_AsText_ReadsBack(string text) =>
        Assert.Equal(text, YearlyWindow.FromText(text).ToText());

    [Fact]
    public void Window_OverTheNewYear_IsDueInTheNext() =>
        Assert.Equal(new DateOnly(2028, 1, 31), YearlyWindow.FromText("11-15/01-31").DueIn(2027));

    private static Round[] Years(int year) =>
        [Round.OfYear(YearlyWindow.Usual, year, latecomersOwe: false)];

    private static PlanDifference Plan(
        IReadOnlyCollection<PlannedPlacement> placements,
        IReadOnlyCollection<Round> rounds,
        DateOnly today,
        IReadOnlyCollection<PlannedLeave>? leave = null,
        IReadOnlyCollection<PlannedAssignment>? assignments = null,
        PlannedProgramme? programme = null
    ) =>
        CalendarPlan.Of(
            new(
                programme ?? Programme,
                placements,
                leave ?? [],
                assignments ?? [],
                new HashSet<Guid>()
            ),
            rounds,
            Calendar,
            today
        );
}

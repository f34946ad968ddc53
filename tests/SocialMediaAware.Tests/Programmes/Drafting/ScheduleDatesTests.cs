using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Programmes.Drafting;

namespace SocialMediaAware.Tests.Programmes.Drafting;

/// <summary>The dates that would follow from a schedule.</summary>
public sealed class ScheduleDatesTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    private static readonly WorkingDayCalendar Calendar = new(
        SharedContent.Load("", []).Library!.Holidays
    );

    [Fact]
    public void Years_WhenTheWindowIsUsual_AreTheNextTwo()
    {
        var rounds = Of(ProgrammeKind.Yearly, new() { Window = YearlyWindow.Usual });
        Assert.Equal(["2027", "2028"], rounds.Select(round => round.Occasion));
        Assert.Equal(new DateOnly(2027, 2, 1), rounds[0].OpensOn);
        Assert.Equal(new DateOnly(2027, 3, 31), rounds[0].DueOn);
        Assert.False(rounds[0].IsMoved);
    }

    [Fact]
    public void Years_WhenTheWindowReachesOverNewYear_BeginWithTheOneThatIsNotOver()
    {
        var rounds = Of(ProgrammeKind.Yearly, new() { Window = new(11, 1, 1, 31) });
        Assert.Equal(["2026", "2027"], rounds.Select(round => round.Occasion));
        // 31 January 2027 is a Sunday; the working day before it is Friday 29.
        Assert.Equal(new DateOnly(2027, 1, 29), rounds[0].DueOn);
        Assert.True(rounds[0].IsMoved);
    }

    [Fact]
    public void Years_WhenTheDayIsA29February_EndWithTheMonth()
    {
        var rounds = Of(ProgrammeKind.Yearly, new() { Window = new(2, 1, 2, 29) });
        Assert.Equal(new DateOnly(2027, 2, 28), rounds[0].AskedDueOn);
        Assert.Equal(new DateOnly(2028, 2, 29), rounds[1].AskedDueOn);
    }

    [Fact]
    public void Election_WhenItIsOver_IsLeftOut()
    {
        var rounds = ScheduleDates.Of(
            ProgrammeKind.Election,
            new() { DaysBeforeThePeriod = 21 },
            [
                new("Last", new("last", new(2026, 11, 7), new(2026, 8, 7))),
                new("Next", new("next", new(2029, 11, 3), new(2029, 8, 3))),
            ],
            Calendar,
            Today
        );
        var next = Assert.Single(rounds);
        Assert.Equal("Next", next.Occasion);
        Assert.Equal(new DateOnly(2029, 7, 13), next.OpensOn);
        Assert.Equal(new DateOnly(2029, 8, 3), next.DueOn);
    }

    [Fact]
    public void Newcomer_WhenTheyStartOnAHoliday_BeginsOnTheNextWorkingDay()
    {
        var round = Assert.Single(
            ScheduleDates.Of(
                ProgrammeKind.Onboarding,
                new() { DueInWorkingDays = 3 },
                [],
                Calendar,
                new DateOnly(2026, 12, 25)
            )
        );
        Assert.Equal(new DateOnly(2026, 12, 29), round.OpensOn);
        Assert.Equal(new DateOnly(2027, 1, 5), round.DueOn);
        Assert.Equal(3, round.WorkingDays);
    }

    [Fact]
    public void OneOff_WhenBothDaysAreOfAWeekend_IsOverBeforeItOpens()
    {
        var round = Assert.Single(
            Of(ProgrammeKind.OneOff, new() { OpensOn = new(2027, 2, 13), DueOn = new(2027, 2, 14) })
        );
        Assert.True(round.IsOverBeforeItOpens);
        Assert.Equal(round.OpensOn, round.DueOn);
    }

    [Fact]
    public void OneOff_WhenItsDaysAreNotChosen_HasNoRound() =>
        Assert.Empty(Of(ProgrammeKind.OneOff, new()));

    private static IReadOnlyList<ComingRound> Of(ProgrammeKind kind, ProgrammeSchedule schedule) =>
        ScheduleDates.Of(kind, schedule, [], Calendar, Today);
}

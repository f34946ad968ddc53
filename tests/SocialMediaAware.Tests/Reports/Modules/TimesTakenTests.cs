using SocialMediaAware.Web.Features.Reports.Modules;

namespace SocialMediaAware.Tests.Reports.Modules;

/// <summary>Time with a module, and the steps in which it is told.</summary>
public sealed class TimesTakenTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 21, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0 4 10", 600)]
    [InlineData("10 0 4", 600)]
    [InlineData("0 15 30", 1800)]
    [InlineData("0 4 10 600 603", 780)]
    [InlineData("0 0", 0)]
    [InlineData("0 16", null)]
    [InlineData("0", null)]
    [InlineData("", null)]
    public void Time_BetweenTraces_LeavesOutLongBreaks(string minutes, int? seconds) =>
        Assert.Equal(
            seconds,
            TimesTaken.SecondsWithoutGaps(
                minutes
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(minute => Start.AddMinutes(int.Parse(minute)))
            )
        );

    [Fact]
    public void Times_OfOnePerson_TellReadingFromPractising()
    {
        var times = new TimesTaken();
        var person = Guid.NewGuid();

        // What was read again during the practice is practice.
        times.Add(person, [At(0), At(3), At(12)], At(5), At(9));
        times.Add(person, [At(0)], At(1), At(2));

        Assert.Equal(1, times.People);
        Assert.Equal([300], times.Reading);
        Assert.Equal([240], times.Practising);
        Assert.Equal([540], times.Together);
    }

    [Fact]
    public void Times_WithABreakInThePractice_TellReadingAlone()
    {
        var times = new TimesTaken();

        times.Add(Guid.NewGuid(), [At(0), At(3)], At(5), At(65));

        Assert.Equal([300], times.Reading);
        Assert.Empty(times.Practising);
        Assert.Empty(times.Together);
    }

    [Theory]
    [InlineData("1 2 3 4", "")]
    [InlineData("5 1 4 2 3", "2 3 4")]
    [InlineData("10 20 30 40 50 60", "23 35 48")]
    [InlineData("7 7 7 7 7 7 7", "7 7 7")]
    public void Quartiles_OfTimes_AreAsInASpreadsheetAndNeverOfFewerThanFive(
        string seconds,
        string quartiles
    ) =>
        Assert.Equal(
            quartiles,
            string.Join(' ', Quartiles.Of([.. seconds.Split(' ').Select(int.Parse)]))
        );

    [Theory]
    [InlineData(0, 4, false)]
    [InlineData(0, 5, true)]
    [InlineData(5, 9, false)]
    [InlineData(5, 10, true)]
    [InlineData(7, 11, false)]
    [InlineData(7, 3, false)]
    [InlineData(70_000, 70_005, true)]
    public void Steps_OfAnswers_AreFullWithFivePeopleMore(int shown, int now, bool full) =>
        Assert.Equal(full, StepsOfFive.AreFull(shown, now));

    [Theory]
    [InlineData(0, 4, false)]
    [InlineData(0, 5, true)]
    [InlineData(250, 254, false)]
    [InlineData(250, 255, true)]
    [InlineData(50_000, 50_999, false)]
    [InlineData(50_000, 51_000, true)]
    public void Steps_OfTimes_GrowWithThePeople(int shown, int now, bool full) =>
        Assert.Equal(full, StepsOfFive.AreFullForTimes(shown, now));

    [Fact]
    public void Picture_TakenByTwoReaders_IsOfFivePeopleMoreOrNotTaken()
    {
        var shown = ShownAnswers.Begin(Guid.NewGuid(), "module", "scenario", [], "yearly/2027");
        Assert.False(shown.TakeAnew(4, new Dictionary<int, int> { [0] = 4 }, Start));
        Assert.Empty(shown.AsCounts());
        Assert.True(shown.TakeAnew(6, new Dictionary<int, int> { [1] = 2, [0] = 4 }, Start));
        Assert.False(shown.TakeAnew(10, new Dictionary<int, int> { [0] = 10 }, At(1)));
        Assert.Equal((6, Start), (shown.People, shown.TakenAt));
        Assert.Equal(new Dictionary<int, int> { [0] = 4, [1] = 2 }, shown.AsCounts());
    }

    private static DateTimeOffset At(int minutes) => Start.AddMinutes(minutes);
}

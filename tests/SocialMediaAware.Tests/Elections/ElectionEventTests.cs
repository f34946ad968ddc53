using System.Globalization;
using SocialMediaAware.Web.Features.Elections;

namespace SocialMediaAware.Tests.Elections;

public sealed class ElectionEventTests
{
    private static readonly DateTimeOffset At = new(2020, 8, 17, 0, 0, 0, TimeSpan.Zero);
    private static readonly Guid Mover = Guid.NewGuid();

    [Fact]
    public void PollingDay_WhenMoved_MovesThePeriodAndKeepsTheHistory()
    {
        var election = Of2020();
        Assert.Equal(
            (Day("2020-09-19"), Day("2020-06-19")),
            (election.PollingDay, election.PreElectionFrom)
        );

        election.MovePollingDay(Announced("2020-10-17", "2020-08-17"), Mover, At);

        Assert.Equal(
            (Day("2020-10-17"), Day("2020-07-17")),
            (election.PollingDay, election.PreElectionFrom)
        );
        Assert.Equal("election/general-2020", election.CycleKey);
        Assert.Equal(
            [(1, Day("2020-09-19"), null), (2, Day("2020-10-17"), (Guid?)Mover)],
            election.PollingDays.Select(day => (day.Number, day.Day, day.ByAccountId))
        );
        Assert.Equal(2, election.Version);
    }

    [Theory]
    [InlineData("2020-09-19", "2020-08-17")] // the day it is already
    [InlineData("2020-10-17", "2020-01-27")] // announced before
    public void PollingDay_WhenTheMoveMakesNoSense_StaysWhereItIs(string day, string announced)
    {
        var election = Of2020();
        Assert.Throws<ArgumentException>(() =>
            election.MovePollingDay(Announced(day, announced), null, At)
        );
        Assert.Single(election.PollingDays);
    }

    [Theory]
    [InlineData("2020-10-17", "2020-08-17", "2020-08-17", null)]
    [InlineData("2020-08-17", "2020-08-17", "2020-08-17", null)]
    [InlineData("2020-10-17", "2020-01-28", "2020-08-17", null)] // a correction of the same day
    [InlineData("2020-08-16", "2020-08-16", "2020-08-17", PollingDayObstacle.InThePast)]
    [InlineData("2030-08-18", "2020-08-17", "2020-08-17", PollingDayObstacle.TooFar)]
    [InlineData("9999-12-31", "2020-08-17", "2020-08-17", PollingDayObstacle.TooFar)]
    [InlineData("2020-10-17", "2020-08-18", "2020-08-17", PollingDayObstacle.AnnouncedLater)]
    [InlineData("2020-10-17", "2020-01-27", "2020-08-17", PollingDayObstacle.AnnouncedBefore)]
    [InlineData("2020-09-19", "2020-08-17", "2020-08-17", PollingDayObstacle.SameDay)]
    [InlineData("2020-10-17", "2020-09-20", "2020-09-20", PollingDayObstacle.Held)]
    [InlineData("2020-10-17", "2020-09-19", "2020-09-19", null)] // on the day itself it can be put off
    public void Obstacle_IsWhatStandsInTheWay(
        string day,
        string announced,
        string today,
        PollingDayObstacle? expected
    ) => Assert.Equal(expected, Of2020().ObstacleTo(Day(day), Day(announced), Day(today)));

    [Fact]
    public void Government_IsFormedOnceAfterAGeneralElection()
    {
        var election = Of2020();
        Assert.Throws<ArgumentException>(() => election.FormGovernment(Day("2020-09-19")));
        election.FormGovernment(Day("2020-11-06"));
        Assert.Equal(Day("2020-11-06"), election.GovernmentFormedOn);
        Assert.Throws<InvalidOperationException>(() => election.FormGovernment(Day("2020-11-07")));
        var local = ElectionEvent.Announce(
            "local-2022",
            "Local elections 2022",
            ElectionKind.Local,
            null,
            new PollingDayAnnouncement(Day("2022-10-08"), "the law", null),
            null,
            At
        );
        Assert.Throws<InvalidOperationException>(() => local.FormGovernment(Day("2022-11-06")));
    }

    [Theory]
    [InlineData(ElectionKind.ByElection, null)]
    [InlineData(ElectionKind.General, "Port Waikato")]
    public void Region_BelongsToByElectionsOnly(ElectionKind kind, string? region) =>
        Assert.Throws<ArgumentException>(() =>
            ElectionEvent.Announce(
                "key",
                "Name",
                kind,
                region,
                Announced("2027-03-06", "2027-01-01"),
                null,
                At
            )
        );

    [Theory]
    [InlineData("Port Waikato", "by-election-port-waikato-2027")]
    [InlineData("  Tāmaki   Makaurau! ", "by-election-tamaki-makaurau-2027")]
    [InlineData("Te Tai Hauāuru – West", "by-election-te-tai-hauauru-west-2027")]
    public void Key_IsMadeOfTheElectorateAndTheYear(string region, string expected) =>
        Assert.Equal(
            expected,
            new NewElection(
                ElectionKind.ByElection,
                "",
                region,
                Announced("2027-03-06", "2027-01-01")
            ).Key
        );

    private static ElectionEvent Of2020() =>
        ElectionEvent.Announce(
            "general-2020",
            "General election 2020",
            ElectionKind.General,
            null,
            Announced("2020-09-19", "2020-01-28"),
            null,
            At.AddMonths(-7)
        );

    private static PollingDayAnnouncement Announced(string day, string on) =>
        new(Day(day), "https://example.org/announcement", Day(on));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

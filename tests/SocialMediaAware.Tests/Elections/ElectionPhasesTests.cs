using System.Globalization;
using SocialMediaAware.Web.Features.Elections;

namespace SocialMediaAware.Tests.Elections;

public sealed class ElectionPhasesTests
{
    private static readonly ElectionDates General = new(
        ElectionKind.General,
        Day("2026-11-07"),
        Day("2026-08-07"),
        GuidanceFrom: Day("2026-01-30"),
        GovernmentFormedOn: null
    );

    [Theory]
    [InlineData("2026-01-29", ElectionPhase.Ordinary)]
    [InlineData("2026-01-30", ElectionPhase.ElectionYear)]
    [InlineData("2026-08-06", ElectionPhase.ElectionYear)]
    [InlineData("2026-08-07", ElectionPhase.PreElection)]
    [InlineData("2026-11-06", ElectionPhase.PreElection)]
    [InlineData("2026-11-07", ElectionPhase.PollingDay)]
    [InlineData("2026-11-08", ElectionPhase.PostElection)]
    [InlineData("2027-02-05", ElectionPhase.PostElection)] // ninety days
    [InlineData("2027-02-06", ElectionPhase.Ordinary)]
    public void Phase_OnEachBoundary_OfAGeneralElection(string day, ElectionPhase expected) =>
        Assert.Equal(expected, ElectionPhases.On(Day(day), General));

    [Theory]
    [InlineData("2023-11-26", ElectionPhase.PostElection)]
    [InlineData("2023-11-27", ElectionPhase.Ordinary)]
    [InlineData("2023-10-15", ElectionPhase.PostElection)]
    public void Phase_WhenAGovernmentWasFormed_IsOrdinaryFromThatDay(
        string day,
        ElectionPhase expected
    ) =>
        Assert.Equal(
            expected,
            ElectionPhases.On(
                Day(day),
                new ElectionDates(
                    ElectionKind.General,
                    Day("2023-10-14"),
                    Day("2023-07-14"),
                    null,
                    Day("2023-11-27")
                )
            )
        );

    [Fact]
    public void Phase_WhenFormingAGovernmentTakesLong_LastsUntilItWasRecorded()
    {
        var dates = General with { GovernmentFormedOn = Day("2027-03-20") };
        Assert.Equal(ElectionPhase.PostElection, ElectionPhases.On(Day("2027-03-19"), dates));
        Assert.Equal(ElectionPhase.Ordinary, ElectionPhases.On(Day("2027-03-20"), dates));
    }

    [Theory]
    [InlineData("2028-07-13", ElectionPhase.Ordinary)]
    [InlineData("2028-07-14", ElectionPhase.PreElection)]
    [InlineData("2028-10-13", ElectionPhase.PreElection)]
    [InlineData("2028-10-14", ElectionPhase.PollingDay)]
    [InlineData("2028-10-15", ElectionPhase.Ordinary)] // no government comes of it
    public void Phase_OnEachBoundary_OfLocalElections(string day, ElectionPhase expected) =>
        Assert.Equal(expected, ElectionPhases.On(Day(day), Local("2028-10-14")));

    [Fact]
    public void Phase_OfSeveralElections_IsTheOneThatAsksTheMostCare()
    {
        Assert.Equal(ElectionPhase.Ordinary, ElectionPhases.On(Day("2026-06-01"), []));
        var both = new[] { General, Local("2026-11-21") };
        // After the general election, but still before the other one.
        Assert.Equal(ElectionPhase.PreElection, ElectionPhases.On(Day("2026-11-10"), both));
        Assert.Equal(ElectionPhase.PollingDay, ElectionPhases.On(Day("2026-11-07"), both));
        Assert.Equal(ElectionPhase.PostElection, ElectionPhases.On(Day("2026-11-22"), both));
    }

    [Theory]
    [InlineData("2026-11-07", "2026-08-07")]
    [InlineData("2023-10-14", "2023-07-14")]
    [InlineData("2020-09-19", "2020-06-19")]
    [InlineData("2020-10-17", "2020-07-17")]
    [InlineData("2026-05-31", "2026-02-28")]
    [InlineData("2028-05-31", "2028-02-29")]
    [InlineData("2026-07-31", "2026-04-30")]
    [InlineData("2027-01-31", "2026-10-31")]
    [InlineData("2027-02-28", "2026-11-28")]
    public void PreElectionPeriod_BeginsOnTheSameDayThreeMonthsBefore(
        string polling,
        string expected
    ) => Assert.Equal(Day(expected), ElectionEvent.PreElectionFromOf(Day(polling)));

    [Fact]
    public void Refresher_OpensTwentyOneDaysBeforeThePeriod() =>
        Assert.Equal(Day("2026-07-17"), General.RefresherOpensOn);

    [Theory]
    [InlineData("2026-01-29", "")]
    [InlineData("2026-01-30", "StepElectionYear")]
    [InlineData("2026-07-16", "StepElectionYear")]
    [InlineData("2026-07-17", "StepRefresher")]
    [InlineData("2026-08-06", "StepRefresher")]
    [InlineData("2026-08-07", "StepPreElection")]
    [InlineData("2026-11-07", "StepPollingDay")]
    [InlineData("2026-11-08", "StepPostElection")]
    public void Timeline_HasOneCurrentStep(string day, string expected)
    {
        var steps = ElectionTimeline.Of(General, isOn: true, Day(day));
        Assert.Equal(
            expected,
            string.Join(
                ',',
                steps
                    .Where(step => step.State is TimelineState.Current)
                    .Select(step => step.TextKey)
            )
        );
        Assert.Equal(
            steps.Where(step => step.Until < Day(day)),
            steps.Where(step => step.State is TimelineState.Done)
        );
    }

    private static ElectionDates Local(string pollingDay) =>
        new(
            ElectionKind.Local,
            Day(pollingDay),
            ElectionEvent.PreElectionFromOf(Day(pollingDay)),
            null,
            null
        );

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

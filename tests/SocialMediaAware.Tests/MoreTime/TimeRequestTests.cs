using System.Globalization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.MoreTime;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.MoreTime;

/// <summary>The rules of asking for more time.</summary>
public sealed class TimeRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 15, 21, 0, 0, TimeSpan.Zero);
    private static readonly WorkingDayCalendar Calendar = new([
        new Holiday(new DateOnly(2026, 12, 25), "Christmas Day", "national"),
    ]);

    [Theory]
    // Due on Friday 27 November, asked on Monday 16 November.
    [InlineData("2026-11-27", null, TimeObstacle.NotLater)]
    [InlineData("2026-11-28", null, TimeObstacle.NotLater)] // a Saturday: due on the Friday, as now
    [InlineData("2026-11-30", null, null)]
    [InlineData("2027-01-15", null, null)]
    [InlineData("2027-01-16", null, TimeObstacle.TooFar)]
    [InlineData("2026-12-05", "2026-12-05", null)]
    [InlineData("2026-12-06", "2026-12-05", TimeObstacle.AfterPolling)]
    public void Day_WhenItIsAskedFor_IsLaterAndNotTooFarAndNotAfterPolling(
        string until,
        string? polling,
        TimeObstacle? obstacle
    ) =>
        Assert.Equal(
            obstacle,
            TimeBounds
                .Of(Day("2026-11-27"), Day("2026-11-16"), polling is null ? null : Day(polling))
                .ObstacleTo(Day(until), Calendar)
        );

    [Fact]
    public void Day_WhenTheDueDateHasPassed_IsLaterThanToday()
    {
        var bounds = TimeBounds.Of(Day("2026-11-09"), Day("2026-11-16"), null);
        Assert.Equal(TimeObstacle.NotLater, bounds.ObstacleTo(Day("2026-11-16"), Calendar));
        Assert.Null(bounds.ObstacleTo(Day("2026-11-17"), Calendar));
    }

    [Theory]
    [InlineData("2026-12-04", "2026-12-05", false)] // due on the last working day before polling day
    [InlineData("2026-12-03", "2026-12-05", true)]
    [InlineData("2027-01-15", null, false)]
    [InlineData("2027-01-14", null, true)]
    public void Room_WhenThereIsNoLaterDay_IsNone(string due, string? polling, bool isRoom) =>
        Assert.Equal(
            isRoom,
            TimeBounds
                .Of(Day(due), Day("2026-11-16"), polling is null ? null : Day(polling))
                .IsRoom(Calendar)
        );

    [Fact]
    public void Request_WhenAnswered_TakesNoOtherAnswer()
    {
        var request = Asked();
        request.AnswerWith(Day("2026-12-04"), "", Guid.NewGuid(), AnswererPart.Leader, Now);
        Assert.False(request.Waits);
        Assert.Throws<InvalidOperationException>(() =>
            request.AnswerWith(null, "No.", Guid.NewGuid(), AnswererPart.HumanResources, Now)
        );
        request.TakeBack(Now);
        Assert.Null(request.TakenBackAt);
    }

    [Fact]
    public void Request_WhenNoTimeIsGiven_IsAnsweredWithWords() =>
        Assert.Throws<ArgumentException>(() =>
            Asked().AnswerWith(null, "", Guid.NewGuid(), AnswererPart.Leader, Now)
        );

    [Fact]
    public void Request_WhenTakenBack_WaitsNoMore()
    {
        var request = Asked();
        request.TakeBack(Now);
        Assert.False(request.Waits);
        Assert.Throws<InvalidOperationException>(() =>
            request.AnswerWith(Day("2026-12-04"), "", Guid.NewGuid(), AnswererPart.Leader, Now)
        );
    }

    private static TimeRequest Asked() =>
        TimeRequest.Ask(
            Guid.NewGuid(),
            Guid.NewGuid(),
            Guid.NewGuid(),
            Guid.NewGuid(),
            Day("2026-12-04"),
            "I am at the site.",
            Now
        );

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>Dates as published: employment.govt.nz (public holidays and anniversary days) and the Matariki Act's schedule.</summary>
public sealed class WorkingDayCalendarTests
{
    private const string Auckland = "Auckland Province";
    private static readonly WorkingDayCalendar Calendar = new(
        ContentLoader.Load(Repository.Folder("content"), []).Library!.Holidays
    );

    [Theory]
    [InlineData("2026-07-10")] // Matariki
    [InlineData("2027-06-25")] // Matariki
    [InlineData("2027-03-26")] // Good Friday
    [InlineData("2027-03-29")] // Easter Monday
    [InlineData("2027-02-08")] // Waitangi Day, 6 February, is a Saturday: Mondayised
    [InlineData("2027-04-26")] // ANZAC Day is a Sunday: Mondayised
    [InlineData("2027-01-04")] // the day after New Year's Day is a Saturday: Mondayised
    [InlineData("2027-12-27")] // Christmas Day is a Saturday: Mondayised
    [InlineData("2027-12-28")] // Boxing Day is a Sunday: Tuesdayised
    [InlineData("2026-10-26")] // Labour Day
    [InlineData("2026-11-21")] // a Saturday
    [InlineData("2026-11-22")] // a Sunday
    public void IsWorkingDay_OnADayOffForEverybody_IsFalse(string day) =>
        Assert.False(Calendar.IsWorkingDay(Day(day), pattern: default));

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2027-02-05")]
    [InlineData("2027-03-30")] // Easter Tuesday: Southland's only
    [InlineData("2027-02-01")] // Auckland's anniversary
    public void IsWorkingDay_OnADayThatIsWorkedElsewhere_IsTrueWithoutARegion(string day) =>
        Assert.True(Calendar.IsWorkingDay(Day(day), pattern: default));

    [Fact]
    public void IsWorkingDay_OnAnAnniversaryDay_IsFalseInItsRegionOnly()
    {
        Assert.False(Calendar.IsWorkingDay(Day("2027-02-01"), Auckland));
        Assert.True(Calendar.IsWorkingDay(Day("2027-02-01"), "Wellington Province"));
        Assert.False(Calendar.IsWorkingDay(Day("2027-01-25"), "Wellington Province"));
        Assert.True(Calendar.IsWorkingDay(Day("2027-01-25"), "a region nobody knows"));
    }

    [Theory]
    [InlineData("2026-11-16", 3, "2026-11-19")] // Monday: Tuesday is 1
    [InlineData("2026-11-20", 1, "2026-11-23")] // Friday
    [InlineData("2026-11-21", 1, "2026-11-23")] // Saturday
    [InlineData("2026-11-16", 10, "2026-11-30")]
    [InlineData("2026-11-16", 0, "2026-11-16")]
    [InlineData("2027-02-05", 1, "2027-02-09")] // over the Mondayised Waitangi Day
    [InlineData("2027-03-25", 2, "2027-03-31")] // over Easter
    [InlineData("2026-12-24", 3, "2026-12-31")] // Boxing Day is a Saturday: kept on Monday 28 December
    public void AddWorkingDays_CountsFromTheDayAfterTheStart(
        string start,
        int days,
        string expected
    ) => Assert.Equal(Day(expected), Calendar.AddWorkingDays(Day(start), days, pattern: default));

    [Fact]
    public void AddWorkingDays_OverAnAnniversaryDay_LeavesItOutInItsRegion()
    {
        Assert.Equal(Day("2027-02-02"), Calendar.AddWorkingDays(Day("2027-01-29"), 1, Auckland));
        Assert.Equal(Day("2027-02-01"), Calendar.AddWorkingDays(Day("2027-01-29"), 1, null));
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-20")]
    [InlineData("2026-11-22", "2026-11-20")]
    [InlineData("2027-03-29", "2027-03-25")]
    [InlineData("2027-02-08", "2027-02-05")]
    public void OnOrBefore_OnADayOff_IsTheWorkingDayBefore(string day, string expected) =>
        Assert.Equal(Day(expected), Calendar.OnOrBefore(Day(day), pattern: default));

    [Fact]
    public void CountingForwardsAndBackwards_AgreesOnEveryDayOfTwoYears()
    {
        for (var day = Day("2026-01-01"); day < Day("2028-01-01"); day = day.AddDays(1))
        {
            var later = Calendar.AddWorkingDays(day, 7, Auckland);
            Assert.Equal(7, Calendar.WorkingDaysBetween(day, later, Auckland));
            Assert.True(Calendar.IsWorkingDay(later, Auckland));
            var earlier = Calendar.SubtractWorkingDays(day, 7, Auckland);
            Assert.Equal(
                7,
                Calendar.WorkingDaysBetween(earlier.AddDays(-1), day.AddDays(-1), Auckland)
            );
        }
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.People;

/// <summary>Dates and times as people read them.</summary>
public sealed class DateInWordsTests
{
    private static readonly DateOnly Day = new(2026, 8, 7);

    // The evening before in UTC.
    private static readonly DateTimeOffset Morning = new(2026, 8, 6, 22, 42, 30, TimeSpan.Zero);

    [Fact]
    public void Day_WhenItIsWritten_ReadsAsPeopleSayIt()
    {
        Assert.Equal("Friday 7 August 2026", Day.InWords());
        Assert.Equal("7 August 2026", Day.InFewWords());
        Assert.Equal("August 2026", Day.MonthInWords());
    }

    [Fact]
    public void Instant_WhenItIsWritten_StandsOnANewZealandClock()
    {
        Assert.Equal("Friday 7 August 2026", Morning.InWords());
        Assert.Equal("7 August 2026", Morning.InFewWords());
        Assert.Equal("Friday 7 August 2026, 10:42 am", Morning.WithTimeInWords());
        Assert.Equal("7 August 2026, 10:42 am", Morning.WithTimeInFewWords());
        Assert.Equal("10:42 am", Morning.TimeInWords());
        Assert.Equal("8:05 pm", new TimeOnly(20, 5).InWords());
    }

    [Theory]
    [InlineData(" 2026-08-07 ", true)]
    [InlineData("7/8/2026", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Field_WhenItIsRead_IsADayOrNone(string? text, bool isDay) =>
        Assert.Equal(isDay ? Day : null, DayField.Read(text));

    [Fact]
    public void Field_WhenItIsFilled_HoldsWhatItReads() =>
        Assert.Equal(Day, DayField.Read(Day.ForField()));
}

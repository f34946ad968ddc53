using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Tests.Content;

/// <summary>The holidays that the portal ships.</summary>
public class HolidaysFileTests
{
    private static readonly IReadOnlyList<Holiday> Holidays = Read();

    [Theory]
    [InlineData("2026-02-06", "Waitangi Day")]
    [InlineData("2026-04-27", "ANZAC Day (substitute day)")]
    [InlineData("2026-07-10", "Matariki")]
    [InlineData("2028-01-04", "Day after New Year's Day (substitute day)")]
    [InlineData("2052-06-21", "Matariki")]
    public void Holidays_OfTheWholeCountry_AreThereWithTheDaysKeptInstead(string date, string name)
    {
        Assert.Contains(
            Holidays,
            holiday =>
                holiday.IsNational && holiday.Date == DateOnly.Parse(date) && holiday.Name == name
        );
    }

    [Fact]
    public void Holidays_OfSouthCanterbury_AreTheFourthMondayOfSeptember()
    {
        var days = Holidays
            .Where(holiday => holiday.Region == "South Canterbury")
            .Select(holiday => holiday.Date)
            .ToList();

        Assert.Equal(Enumerable.Range(2020, 33), days.Select(day => day.Year));
        Assert.All(
            days,
            day =>
                Assert.True(day is { Month: 9, Day: >= 22 and <= 28, DayOfWeek: DayOfWeek.Monday })
        );
    }

    [Fact]
    public void Matariki_IsThereUntil2052()
    {
        var years = Holidays
            .Where(holiday => holiday.Name == "Matariki")
            .Select(holiday => holiday.Date.Year);

        Assert.Equal(Enumerable.Range(2022, 31), years);
    }

    private static IReadOnlyList<Holiday> Read()
    {
        using var content = new SmallContent();
        content.Write(
            "holidays.yml",
            File.ReadAllBytes(Path.Combine(Repository(), "content/holidays.yml"))
        );
        return content.Library().Holidays;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SocialMediaAware.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}

using System.Globalization;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Tests.Content;

/// <summary>
/// The holidays that the portal ships against published days (<c>published-holidays.csv</c> names its source) and against the law's
/// own rules, reckoned here a second time.
/// </summary>
public class HolidayRulesTests
{
    private static readonly IReadOnlyList<Holiday> Holidays = ContentLoader
        .Load(Repository.Folder("content"))
        .Library!.Holidays;

    /// <summary>Te Kāhui o Matariki Public Holiday Act 2022, schedule 1.</summary>
    private const string MatarikiOfTheAct = """
        2022-06-24 2023-07-14 2024-06-28 2025-06-20 2026-07-10 2027-06-25 2028-07-14 2029-07-06 2030-06-21 2031-07-11
        2032-07-02 2033-06-24 2034-07-07 2035-06-29 2036-07-18 2037-07-10 2038-06-25 2039-07-15 2040-07-06 2041-07-19
        2042-07-11 2043-07-03 2044-06-24 2045-07-07 2046-06-29 2047-07-19 2048-07-03 2049-06-25 2050-07-15 2051-06-30
        2052-06-21
        """;

    [Fact]
    public void Holidays_OfEveryPublishedDay_AreInTheFile()
    {
        var published = File.ReadLines(
                Repository.Folder(
                    "tests",
                    "SocialMediaAware.Tests",
                    "Content",
                    "published-holidays.csv"
                )
            )
            .Where(line => line.Length > 0 && char.IsAsciiDigit(line[0]))
            .Select(line => line.Split(','))
            .Select(parts => new Holiday(Day(parts[0]), parts[1], parts[2]))
            .ToList();
        Assert.Equal(477, published.Count);
        var shipped = Holidays.Where(holiday => holiday.Date.Year <= 2035).ToHashSet();
        Assert.Empty(published.Except(shipped));
        Assert.All(
            shipped.Except(published),
            holiday => Assert.Equal("South Canterbury", holiday.Region)
        );
    }

    [Fact]
    public void Matariki_IsAsTheActSetsIt() =>
        Assert.Equal(
            MatarikiOfTheAct
                .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                .Select(Day),
            Holidays.Where(holiday => holiday.Name == "Matariki").Select(holiday => holiday.Date)
        );

    [Fact]
    public void Matariki_IsAlwaysAFriday() =>
        Assert.All(
            Holidays.Where(holiday => holiday.Name == "Matariki"),
            holiday => Assert.Equal(DayOfWeek.Friday, holiday.Date.DayOfWeek)
        );

    [Theory]
    [InlineData(2020, "2020-04-12")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2028, "2028-04-16")]
    [InlineData(2030, "2030-04-21")]
    [InlineData(2035, "2035-03-25")]
    [InlineData(2038, "2038-04-25")] // the latest there is
    [InlineData(2040, "2040-04-01")]
    [InlineData(2045, "2045-04-09")]
    [InlineData(2049, "2049-04-18")]
    [InlineData(2052, "2052-04-21")]
    public void Easter_OfKnownYears_IsKept(int year, string sunday)
    {
        Assert.Equal([Day(sunday).AddDays(-2)], Days(year, "Good Friday"));
        Assert.Equal([Day(sunday).AddDays(1)], Days(year, "Easter Monday"));
        Assert.Contains(
            Holidays,
            holiday => holiday.Region == "Southland" && holiday.Date == Day(sunday).AddDays(2)
        );
    }

    public static TheoryData<int> Years => [.. Enumerable.Range(2020, 33)];

    [Theory]
    [MemberData(nameof(Years))]
    public void Mondays_AreTheFirstOfJuneAndTheFourthOfOctober(int year)
    {
        Assert.Equal(
            [Nth(year, 6, DayOfWeek.Monday, 1)],
            Days(year, year < 2023 ? "Queen's Birthday" : "King's Birthday")
        );
        Assert.Equal([Nth(year, 10, DayOfWeek.Monday, 4)], Days(year, "Labour Day"));
    }

    /// <summary>Holidays Act 2003, sections 44 and 45.</summary>
    [Theory]
    [MemberData(nameof(Years))]
    public void DaysOnAWeekend_AreKeptOnTheWeekdayThatTheActNames(int year)
    {
        Kept("Waitangi Day", new DateOnly(year, 2, 6), saturday: 2, sunday: 1);
        Kept("ANZAC Day", new DateOnly(year, 4, 25), saturday: 2, sunday: 1);
        // Two days after each other: from Saturday to Monday, and from Sunday to Tuesday.
        Kept("New Year's Day", new DateOnly(year, 1, 1), saturday: 2, sunday: 2);
        Kept("Day after New Year's Day", new DateOnly(year, 1, 2), saturday: 2, sunday: 2);
        Kept("Christmas Day", new DateOnly(year, 12, 25), saturday: 2, sunday: 2);
        Kept("Boxing Day", new DateOnly(year, 12, 26), saturday: 2, sunday: 2);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void AnniversaryDays_FollowTheirRegionsRules(int year)
    {
        var labour = Nth(year, 10, DayOfWeek.Monday, 4);
        var easterMonday = Days(year, "Easter Monday")[0];
        var otago = NearestMonday(year, 3, 23);
        Dictionary<string, DateOnly> expected = new()
        {
            ["Wellington Province"] = NearestMonday(year, 1, 22),
            ["Manawatu-Wanganui"] = NearestMonday(year, 1, 22),
            ["Auckland Province"] = NearestMonday(year, 1, 29),
            ["Northland"] = NearestMonday(year, 1, 29),
            ["Waikato"] = NearestMonday(year, 1, 29),
            ["Bay of Plenty"] = NearestMonday(year, 1, 29),
            ["Gisborne"] = NearestMonday(year, 1, 29),
            ["Nelson"] = NearestMonday(year, 2, 1),
            ["Tasman"] = NearestMonday(year, 2, 1),
            ["Taranaki"] = Nth(year, 3, DayOfWeek.Monday, 2),
            ["Otago Province"] = otago == easterMonday ? otago.AddDays(7) : otago,
            ["Southland"] = easterMonday.AddDays(1),
            ["South Canterbury"] = Nth(year, 9, DayOfWeek.Monday, 4),
            ["Hawke's Bay"] = labour.AddDays(-3),
            ["Marlborough"] = labour.AddDays(7),
            ["Canterbury"] = Nth(year, 11, DayOfWeek.Tuesday, 1).AddDays(10),
            ["Chatham Islands"] = NearestMonday(year, 11, 30),
            ["Westland"] = NearestMonday(year, 12, 1),
        };
        Assert.Equal(
            expected.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)),
            Holidays
                .Where(holiday => !holiday.IsNational && holiday.Date.Year == year)
                .Select(holiday => (holiday.Region, holiday.Date))
                .OrderBy(entry => entry.Region)
        );
    }

    [Fact]
    public void Years_AllHaveTheElevenNationalHolidays() =>
        Assert.All(
            Enumerable.Range(2022, 31),
            year =>
                Assert.Equal(
                    11,
                    Holidays
                        .Where(holiday => holiday.IsNational && holiday.Date.Year == year)
                        .Count(holiday =>
                            !holiday.Name.Contains("substitute")
                            && !holiday.Name.Contains("Mourning")
                        )
                )
        );

    private static void Kept(string name, DateOnly day, int saturday, int sunday)
    {
        Assert.Equal([day], Days(day.Year, name));
        DateOnly[] instead = day.DayOfWeek switch
        {
            DayOfWeek.Saturday => [day.AddDays(saturday)],
            DayOfWeek.Sunday => [day.AddDays(sunday)],
            _ => [],
        };
        Assert.Equal(
            instead,
            Holidays
                .Where(holiday => holiday.Name == $"{name} (substitute day)")
                .Select(holiday => holiday.Date)
                .Where(date => date >= day && date < day.AddDays(7))
        );
    }

    private static DateOnly[] Days(int year, string name) =>
        [
            .. Holidays
                .Where(holiday => holiday.Name == name && holiday.Date.Year == year)
                .Select(holiday => holiday.Date),
        ];

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int number) =>
        Enumerable
            .Range(1, DateTime.DaysInMonth(year, month))
            .Select(day => new DateOnly(year, month, day))
            .Where(day => day.DayOfWeek == weekday)
            .ElementAt(number - 1);

    private static DateOnly NearestMonday(int year, int month, int day) =>
        Enumerable
            .Range(-3, 7)
            .Select(new DateOnly(year, month, day).AddDays)
            .Single(near => near.DayOfWeek == DayOfWeek.Monday);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

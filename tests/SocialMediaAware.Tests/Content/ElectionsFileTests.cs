using System.Globalization;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Tests.Content;

/// <summary>The elections that the portal ships, and what is wrong with others.</summary>
public class ElectionsFileTests
{
    private const string Path = "elections.yml";

    private const string Good = """
        elections:
          - key: general-2026
            name: General election 2026
            kind: general
            guidance_from: 2026-01-30
            polling_days:
              - day: 2026-11-07
                announced: 2026-01-21
                source: https://example.org/first
              - day: 2026-11-28
                announced: 2026-08-10
                source: https://example.org/second
            government_formed_on: 2026-12-20
          - key: by-election-harbour-2027
            name: Harbour by-election 2027
            kind: by-election
            region: Harbour
            polling_days:
              - day: 2027-03-06
                source: https://example.org/third
        """;

    [Fact]
    public void Elections_ThatAreShipped_HaveTheirDays()
    {
        var elections = ContentLoader
            .Load(Repository.Folder("content"))
            .Library!.Elections.ToDictionary(election => election.Key);
        Assert.Equal(
            [Day("2020-09-19"), Day("2020-10-17")],
            elections["general-2020"].PollingDays.Select(day => day.Day)
        );
        Assert.Equal(
            [Day("2020-01-28"), Day("2020-08-17")],
            elections["general-2020"].PollingDays.Select(day => day.AnnouncedOn!.Value)
        );
        var days = elections.ToDictionary(
            election => election.Key,
            election => election.Value.PollingDays[^1].Day
        );
        Assert.Equal(Day("2023-10-14"), days["general-2023"]);
        Assert.Equal(Day("2026-11-07"), days["general-2026"]);
        Assert.Equal(Day("2026-01-30"), elections["general-2026"].GuidanceFrom);
        Assert.Equal(Day("2023-11-25"), days["by-election-port-waikato-2023"]);
        // The law: the second Saturday of October in every third year.
        foreach (var year in new[] { 2022, 2025, 2028 })
        {
            var day = days[$"local-{year}"];
            Assert.True(day is { Month: 10, Day: >= 8 and <= 14, DayOfWeek: DayOfWeek.Saturday });
        }
    }

    [Fact]
    public void Elections_WhenTheFileIsNotThere_AreNone()
    {
        using var content = new SmallContent();
        Assert.Empty(content.Library().Elections);
    }

    [Fact]
    public void Elections_WhenTheFileIsGood_AreRead()
    {
        using var content = new SmallContent();
        content.Write(Path, Good);
        var elections = content.Library().Elections;
        Assert.Equal(["general-2026", "by-election-harbour-2027"], elections.Select(e => e.Key));
        Assert.Equal("Harbour", elections[1].Region);
        Assert.Equal(ElectionEntryKind.ByElection, elections[1].Kind);
    }

    [Theory]
    [InlineData("key: general-2026", "key: General 2026", "cannot be an election's key", "hyphens")]
    [InlineData(
        "key: by-election-harbour-2027",
        "key: general-2026",
        "stands here for the second time",
        "of its own",
        "- key: general-2026\n    name: Harbour"
    )]
    [InlineData("kind: general", "kind: big", "cannot be \"big\"", "by-election")]
    [InlineData("    region: Harbour\n", "", "\"region\" is missing", "electorate", "key: by-elec")]
    [InlineData(
        "kind: general\n",
        "kind: general\n    region: North\n",
        "Only a by-election",
        "Delete",
        "region: North"
    )]
    [InlineData("day: 2026-11-28", "day: 28 November", "not a date", "2026-03-30")]
    [InlineData("day: 2026-11-28", "day: 2026-11-07", "same polling day", "Delete", "08-10")]
    [InlineData("announced: 2026-08-10", "announced: 2026-01-21", "not later", "oldest first")]
    [InlineData(
        "        announced: 2026-08-10\n",
        "",
        "does not say when",
        "announced",
        "day: 2026-11-28"
    )]
    [InlineData(
        "announced: 2026-08-10",
        "announced: 2026-11-29",
        "after it was held",
        "announcement"
    )]
    [InlineData(
        "source: https://example.org/third",
        "source: the paper",
        "not an address",
        "https"
    )]
    [InlineData("guidance_from: 2026-01-30", "guidance_from: 2026-09-30", "2026-08-28", "issued")]
    [InlineData(
        "government_formed_on: 2026-12-20",
        "government_formed_on: 2026-11-28",
        "after a general election",
        "sworn in"
    )]
    [InlineData(
        "guidance_from: 2026-01-30",
        "pre_election_from: 2026-11-28",
        "after the polling day",
        "three months"
    )]
    [InlineData("guidance_from", "guidance_since", "Unknown field", "guidance_from")]
    public void Check_WhenSomethingIsWrong_ReportsItsLineAndAWayToMend(
        string old,
        string broken,
        string message,
        string mend,
        string? atText = null
    )
    {
        using var content = new SmallContent();
        Assert.Contains(old, Good);
        content.Write(Path, Good.Replace(old, broken));
        var found = Assert.Single(
            content.Load().Messages,
            each => each.Message.Contains(message, StringComparison.Ordinal)
        );
        Assert.Equal((Severity.Error, Path), (found.Severity, found.File));
        Assert.Contains(mend, found.Mend);
        var text = Good.Replace(old, broken);
        var line =
            text[..text.LastIndexOf(atText ?? broken.Trim(), StringComparison.Ordinal)]
                .Count(c => c == '\n') + 1;
        Assert.InRange(found.Line, line - 1, line + 1);
    }

    [Fact]
    public void Check_WhenAPollingDayIsNoSaturday_Warns()
    {
        using var content = new SmallContent();
        content.Write(Path, Good.Replace("2026-11-28", "2026-11-27"));
        content.ReportsWarning(Path, "day: 2026-11-27", "not a Saturday", "source");
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

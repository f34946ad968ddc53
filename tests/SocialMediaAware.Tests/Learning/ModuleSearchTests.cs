using System.Text;
using SocialMediaAware.Tests.Content;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Learning;

namespace SocialMediaAware.Tests.Learning;

/// <summary>What a search finds in the modules that it is given.</summary>
public sealed class ModuleSearchTests : IDisposable
{
    private const string First = "what-you-post";
    private const string Second = "what-you-follow";
    private readonly SmallContent content = new();

    public ModuleSearchTests() =>
        content.ReplaceInModule(
            "Stop and think before you post.",
            "Stop and think before you post. At Kāinga Ora it’s your agency’s name, because people see it."
        );

    public void Dispose() => content.Dispose();

    [Theory]
    [InlineData("kāinga", First)]
    [InlineData("kainga", First)]
    [InlineData("KAINGA", First)]
    [InlineData("KĀINGA", First)]
    [InlineData("  Kainga   ora ", First)]
    [InlineData("\"kainga\", ora!", First)]
    [InlineData("ka\u0304inga", First)]
    [InlineData("agency's", First)]
    [InlineData("agency’s", First)]
    [InlineData("thi", First)]
    [InlineData("think people", First)]
    [InlineData("leader people", Second)]
    [InlineData("follow list", Second)]
    [InlineData("taking", $"{First} {Second}")]
    [InlineData("taking stop", First)]
    [InlineData("hink", "")]
    [InlineData("use", "")]
    [InlineData("stop zebra", "")]
    [InlineData("zebra", "")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("?!.,", "")]
    [InlineData("😀", "")]
    public void Find_WhenWordsAreLookedFor_FindsTheSectionsInWhichAllBeginAWord(
        string query,
        string sections
    ) =>
        Assert.Equal(
            sections.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            Find(query).Select(found => found.Section.Id).Order()
        );

    [Fact]
    public void Find_WhenTheQueryHasWhatIsNoCharacter_LooksForTheRest()
    {
        Assert.Empty(Find("\uFFFE"));
        Assert.Single(Find("stop\uFFFE"));
        Assert.Empty(Find("stop \uD83D"));
    }

    [Fact]
    public void Find_WhenTheFileHasItsMacronsAsSignsOfTheirOwn_FindsThemAllTheSame()
    {
        content.Write(
            SmallContent.ModuleFile,
            content.Text(SmallContent.ModuleFile).Normalize(NormalizationForm.FormD)
        );

        Assert.Equal(["Kāinga"], Marked(Assert.Single(Find("kainga"))));
    }

    [Fact]
    public void Find_WhenAWordStandsInAHeading_PutsThatSectionFirst()
    {
        content.AddToModule(
            "## People {#people}\n<!-- teaches: HB-SMG-01 -->\nEverybody you work with."
        );

        Assert.Equal("people", Find("people")[0].Section.Id);
        Assert.Equal(3, Find("people").Count);
    }

    [Fact]
    public void Find_WhenAWordStandsInTheText_MarksItAsItIsWrittenThere()
    {
        var found = Assert.Single(Find("KAINGA because"));

        Assert.Equal(["Kāinga", "because"], Marked(found));
        Assert.Equal(
            found.Section.PlainText,
            string.Concat(found.Excerpt.Select(part => part.Text))
        );
    }

    [Fact]
    public void Find_WhenTheTextIsLong_ShowsWholeWordsRoundThePlaceAndThatThereIsMore()
    {
        var before = string.Join(' ', Enumerable.Repeat("You may post about sport.", 20));
        content.AddToModule(
            $"## Long {{#long}}\n<!-- teaches: HB-SMG-01 -->\n{before} A kererū sat there. {before}"
        );

        var found = Assert.Single(Find("kereru"));
        var shown = string.Concat(found.Excerpt.Select(part => part.Text));

        Assert.StartsWith("… ", shown, StringComparison.Ordinal);
        Assert.EndsWith(" …", shown, StringComparison.Ordinal);
        Assert.Equal(["kererū"], Marked(found));
        Assert.InRange(shown.Length, 100, 300);
        Assert.Contains(shown.Trim('…', ' '), found.Section.PlainText, StringComparison.Ordinal);
        Assert.All(
            shown.Trim('…', ' ').Split(' '),
            word => Assert.Contains(word, found.Section.PlainText.Split(' ', '\n'))
        );
    }

    [Fact]
    public void Find_WhenMoreSectionsMatchThanAPageShows_ShowsTheLikeliest()
    {
        for (var number = 1; number <= ModuleSearch.MostSections; number++)
        {
            content.AddToModule(
                $"## Part {number} {{#part-{number}}}\n<!-- teaches: HB-SMG-01 -->\nA kererū."
            );
        }

        content.AddToModule(
            "## Kererū {#kereru}\n<!-- teaches: HB-SMG-01 -->\nA kererū is a large pigeon."
        );

        var found = Find("kereru");

        Assert.Equal(ModuleSearch.MostSections, found.Count);
        Assert.Equal("kereru", found[0].Section.Id);
    }

    private static IEnumerable<string> Marked(FoundSection found) =>
        found.Excerpt.Where(part => part.IsFound).Select(part => part.Text);

    private IReadOnlyList<FoundSection> Find(string query) =>
        ModuleSearch.Find(content.Library().PublishedModules(), query);
}

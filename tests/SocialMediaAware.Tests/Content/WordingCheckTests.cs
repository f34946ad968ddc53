using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

/// <summary>What is wrong with the words of a text, and with the length of its options.</summary>
public class WordingCheckTests
{
    private const string Hard =
        "Notwithstanding organisational considerations, communications personnel endeavouring to disseminate "
        + "confidential information unilaterally, irrespective of authorisation, necessarily jeopardise institutional "
        + "impartiality, undermining constitutional conventions underpinning administrative accountability and "
        + "consequently precipitating disciplinary investigation, notwithstanding extenuating circumstances, "
        + "contemporaneous documentation, organisational restructuring, unforeseeable technological malfunction, "
        + "insufficient familiarisation, contradictory managerial instructions, or demonstrably unintentional "
        + "misinterpretation attributable to incomprehensible institutional terminology promulgated electronically.";

    [Theory]
    [InlineData("Stop and think", "Te reo Maori: stop", "\"Maori\" lacks its macron.", "Māori")]
    [InlineData("Stop and think", "Tena koutou. Stop", "\"Tena\" lacks its macron.", "Tēnā")]
    [InlineData("Stop and think", "KAINGA ORA says stop", "\"KAINGA\" lacks its macron.", "KĀINGA")]
    [InlineData(
        "title: Taking care",
        "title: Taking care of whanau",
        "\"whanau\" lacks its macron.",
        "whānau"
    )]
    public void Check_WhenAListedWordLacksItsMacron_ReportsItsLine(
        string old,
        string broken,
        string message,
        string mend
    )
    {
        using var content = new SmallContent();
        content.ReplaceInModule(old, broken);

        content.ReportsError(ModuleFile, broken, message, mend);
    }

    [Fact]
    public void Check_WhenContentOwnersListAWord_ReportsItWithoutItsMacron()
    {
        using var content = new SmallContent();
        content
            .Write("te-reo.yml", "words: [kererū]\n")
            .Replace(ScenarioFile(1), "A neighbour", "A kereru");

        content.ReportsError(ScenarioFile(1), "A kereru", "\"kereru\" lacks its macron.", "kererū");
    }

    [Fact]
    public void Check_WhenAnAddressHasNoMacron_SaysNothing()
    {
        using var content = new SmallContent();
        content.AddToModule(
            "Māori text: [ask](https://maori.example.org/korero), or a.korero@kainga.govt.nz. `Maori`"
        );

        Assert.Empty(content.Load().Messages);
    }

    [Fact]
    public void Check_WhenTheTextIsHardToRead_WarnsAtTheHardestSection()
    {
        using var content = new SmallContent();
        content.AddToModule($"## Hard {{#hard}}\n{Hard} {Hard}");

        content.ReportsWarning(
            ModuleFile,
            "## Hard",
            "the limit is grade 9",
            "begin with \"Hard\""
        );
    }

    [Fact]
    public void Check_WhenTheModuleSetsAHigherLimit_UsesIt()
    {
        using var content = new SmallContent();
        content
            .AddToModule($"## Hard {{#hard}}\n{Hard}")
            .ReplaceInModule("minutes: 6", "minutes: 6\nreading_grade: 16");

        content.ReportsWarning(ModuleFile, "## Hard", "the limit is grade 16", "shorter sentences");
    }

    [Fact]
    public void Check_WhenPlainTextIsLong_SaysNothingAboutItsGrade()
    {
        using var content = new SmallContent();
        content.AddToModule(
            string.Join(
                ' ',
                Enumerable.Repeat("You may post about sport, food and your street.", 30)
            )
        );

        Assert.Empty(content.Load().Messages);
    }

    [Fact]
    public void Check_WhenTheRightOptionIsTooOftenTheLongest_WarnsOnce()
    {
        using var content = new SmallContent();
        content.Write(ScenarioFile(5), Scenario("HB-SMG-01"));
        foreach (var number in new[] { 1, 2, 3 })
        {
            content.Replace(
                ScenarioFile(number),
                "tell the Advisor.",
                "tell the Advisor about it as soon as you are back at work."
            );
        }

        content.Reports(
            Severity.Warning,
            ScenarioFile(1),
            6,
            "In 3 of 5 scenarios the right option is the longest",
            "situation-2, situation-3"
        );
    }

    [Fact]
    public void Check_WhenTheRightOptionIsTheLongestInFortyPerCent_SaysNothing()
    {
        using var content = new SmallContent();
        content.Write(ScenarioFile(5), Scenario("HB-SMG-01"));
        foreach (var number in new[] { 1, 2 })
        {
            content.Replace(
                ScenarioFile(number),
                "tell the Advisor.",
                "tell the Advisor about it as soon as you are back at work."
            );
        }

        Assert.Empty(content.Load().Messages);
    }
}

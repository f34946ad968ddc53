using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

public partial class FileCheckTests
{
    [Theory]
    [InlineData(
        "- [x]",
        "- [ ]",
        "Exactly one option should be right; here 0 are.",
        "Mark one option"
    )]
    [InlineData(
        "- [ ]",
        "- [x]",
        "Exactly one option should be right; here 2 are.",
        "Mark one option"
    )]
    public void Check_WhenNotExactlyOneOptionIsRight_ReportsIt(
        string old,
        string broken,
        string message,
        string mend
    )
    {
        using var content = new SmallContent();
        content.Replace(ScenarioFile(1), old, broken);

        content.ReportsError(ScenarioFile(1), "Answer at once", message, mend);
    }

    [Theory]
    [InlineData("- [x]", "- [ ]", "No option is right.")]
    [InlineData("- [ ]", "- [x]", "No option is wrong.")]
    public void Check_WhenAllHaveNoneRightOrNoneWrong_ReportsIt(
        string old,
        string broken,
        string message
    )
    {
        using var content = new SmallContent();
        content
            .Replace(ScenarioFile(1), "kind: one", "kind: all")
            .Replace(ScenarioFile(1), old, broken);

        content.ReportsError(ScenarioFile(1), "Answer at once", message, "some of both");
    }

    [Fact]
    public void Check_WhenAnOptionHasNoFeedback_ReportsTheOption()
    {
        using var content = new SmallContent();
        content.Replace(ScenarioFile(1), "  > Right: they can answer.\n", "");

        content.ReportsError(
            ScenarioFile(1),
            "- [x]",
            "This option has no feedback.",
            "two spaces"
        );
    }

    [Theory]
    [InlineData(
        "> Leave the answer to those whose job it is.",
        "",
        "does not say what to take away",
        "names the principle"
    )]
    [InlineData(
        "> Leave the answer to",
        "Leave the answer to",
        "only the principle may follow",
        "begin the line with >"
    )]
    [InlineData(
        "A neighbour asks what you think.",
        "",
        "The scenario has no story.",
        "Tell the situation"
    )]
    [InlineData("kind: one", "kind: some", "cannot be \"some\"", "one, all")]
    [InlineData(
        "contested: false",
        "contested: perhaps",
        "neither true nor false",
        "true or false"
    )]
    [InlineData("contested: false", "phases: [Before It]", "not a phase", "pre-election")]
    [InlineData("contested: false", "colour: red", "Unknown field \"colour\"", "obligations")]
    [InlineData(
        "obligations: [HB-SMG-01]",
        "obligations: []",
        "exercises no obligation",
        "Name one or more"
    )]
    public void Check_WhenAScenarioIsWrong_ReportsIt(
        string old,
        string broken,
        string message,
        string mend
    )
    {
        using var content = new SmallContent();
        content.Replace(ScenarioFile(1), old, broken);

        var found = Assert.Single(
            content.Load().Messages,
            each => each.Message.Contains(message, StringComparison.Ordinal)
        );
        Assert.Equal(ScenarioFile(1), found.File);
        Assert.Contains(mend, found.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "holidays.yml",
        "2026-02-06",
        "6 February",
        "\"6 February\" is not a date.",
        "2026-03-30"
    )]
    [InlineData(
        "sources.yml",
        "status: current, url",
        "status: new, url",
        "cannot be \"new\"",
        "superseded"
    )]
    [InlineData(
        "sources.yml",
        "url: https://",
        "url: javascript://",
        "not an address that readers can open",
        "https://"
    )]
    [InlineData(
        "sources.yml",
        "id: PS-CODE",
        "id: FO-POL",
        "\"FO-POL\" stands here for the second time",
        "id of its own"
    )]
    [InlineData(
        "obligations.yml",
        "id: HB-SMG-03",
        "id: HB-SMG-02",
        "\"HB-SMG-02\" stands here for the second time",
        "id of its own"
    )]
    [InlineData(
        "agencies.yml",
        "slug: forest",
        "slug: harbour",
        "\"harbour\" stands here for the second time",
        "id of its own"
    )]
    [InlineData(
        "obligations.yml",
        "kind: contact",
        "kind: shall",
        "cannot be \"shall\"",
        "must-not"
    )]
    [InlineData(ProgrammeFile, "{modules}", "them", "does not say what is signed", "{modules}")]
    public void Check_WhenARegisterIsWrong_ReportsIt(
        string file,
        string old,
        string broken,
        string message,
        string mend
    )
    {
        using var content = new SmallContent();
        content.Replace(file, old, broken);

        var found = Assert.Single(
            content.Load().Messages,
            each => each.Message.Contains(message, StringComparison.Ordinal)
        );
        Assert.Equal(file, found.File);
        Assert.True(found.Line > 1);
        Assert.Contains(mend, found.Mend, StringComparison.Ordinal);
    }
}

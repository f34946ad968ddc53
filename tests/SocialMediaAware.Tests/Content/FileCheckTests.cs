using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

/// <summary>What is wrong within one file.</summary>
public partial class FileCheckTests
{
    [Theory]
    [InlineData("title: Taking care", "title")]
    [InlineData("version: 1.0", "version")]
    [InlineData("status: published", "status")]
    [InlineData("audience: { agencies: [harbour], kinds: [employee, contractor] }", "audience")]
    [InlineData("minutes: 6", "minutes")]
    [InlineData("sources: [HB-SMG]", "sources")]
    [InlineData("owner: Social Media Advisor", "owner")]
    [InlineData("summary: How to take care with what you post.", "summary")]
    [InlineData("quiz: { draw: 2, required: [HB-SMG-01, HB-SMG-02] }", "quiz")]
    public void Check_WhenAFieldOfAModuleIsMissing_ReportsIt(string line, string field)
    {
        using var content = new SmallContent();
        content.ReplaceInModule(line + "\n", "");

        var message = Assert.Single(
            content.Load().Messages,
            each => each.Message == $"The field \"{field}\" is missing."
        );
        Assert.Equal(ModuleFile, message.File);
        Assert.Equal(Severity.Error, message.Severity);
        Assert.NotEmpty(message.Mend);
    }

    [Theory]
    [InlineData("minutes: 6", "minutse: 6", "Unknown field \"minutse\"", "minutes")]
    [InlineData("version: 1.0", "version: one", "\"one\" is not a version", "1.0")]
    [InlineData(
        "status: published",
        "status: ready",
        "cannot be \"ready\"",
        "draft, published, withdrawn"
    )]
    [InlineData("minutes: 6", "minutes: six", "not a whole number", "figures")]
    [InlineData("sources: [HB-SMG]", "sources: { a: b }", "should be a list", "[one, two]")]
    [InlineData("owner: Social Media Advisor", "owner: [a, b]", "should be one text", "one line")]
    [InlineData(
        "kinds: [employee, contractor] }",
        "groups: [employee] }",
        "Unknown field \"groups\"",
        "kinds"
    )]
    [InlineData("draw: 2,", "draw: many,", "\"draw\" is not a whole number", "figures")]
    [InlineData(
        "title: Taking care",
        "title: Taking care\ntitle: Twice",
        "stands here for the second time",
        ""
    )]
    public void Check_WhenAFieldOfAModuleIsWrong_ReportsItsLine(
        string old,
        string broken,
        string message,
        string mend
    )
    {
        using var content = new SmallContent();
        content.ReplaceInModule(old, broken);

        content.ReportsError(ModuleFile, broken.Split('\n')[^1], message, mend);
    }

    [Theory]
    [InlineData("For staff")]
    [InlineData("Staff")]
    [InlineData("āwhina")]
    public void Check_WhenTheNameOfAHelpPageIsNoPartOfAnAddress_ReportsIt(string name)
    {
        using var content = new SmallContent();
        var file = $"help/{name}.md";
        content.Write(file, "---\ntitle: Help\nsummary: It helps.\n---\nText.\n");

        content.Reports(Severity.Error, file, 1, "cannot be part of an address", "hyphens");
    }

    [Fact]
    public void Check_WhenThereIsNoFrontMatter_ReportsIt()
    {
        using var content = new SmallContent();
        content.Write(ModuleFile, "## A heading\nText.\n");

        content.Reports(
            Severity.Error,
            ModuleFile,
            1,
            "The front matter is missing.",
            "three hyphens"
        );
    }

    [Fact]
    public void Check_WhenAModuleCannotBeRead_DoesNotSayThatItIsMissing()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("version: 1.0", "version: one");

        Assert.Single(content.Load().Messages);
    }

    [Fact]
    public void Check_WhenTwoSectionsHaveTheSameId_ReportsTheSecond()
    {
        using var content = new SmallContent();
        content.AddToModule("## Again {#what-you-post}\nText.");

        content.ReportsError(
            ModuleFile,
            "## Again",
            "A section with the id \"what-you-post\" came before.",
            "another id"
        );
    }

    [Fact]
    public void Check_WhenASectionIsEmpty_ReportsIt()
    {
        using var content = new SmallContent();
        content.AddToModule("## Nothing here");

        content.ReportsError(ModuleFile, "## Nothing", "This section has no text.", "Write it");
    }

    [Fact]
    public void Check_WhenTextStandsBeforeTheFirstSection_ReportsIt()
    {
        using var content = new SmallContent();
        content.ReplaceInModule(
            "## What you post {#what-you-post}",
            "Stray text.\n\n## What you post {#what-you-post}"
        );

        content.ReportsError(ModuleFile, "Stray text.", "before the first section", "two hashes");
    }

    [Theory]
    [InlineData(
        "#### Too deep\nText.",
        "#### Too deep",
        "A heading level is skipped: level 4 follows level 2.",
        "Use 3 hashes"
    )]
    [InlineData(
        "# A title\nText.",
        "# A title",
        "A heading of level 1 cannot stand here.",
        "front matter"
    )]
    [InlineData(
        "![](map.png)",
        "![](map.png)",
        "The image has no alternative text.",
        "what the image tells"
    )]
    [InlineData(
        "[ ](#what-you-post)",
        "[ ](#what-you-post)",
        "The link has no text.",
        "where it leads"
    )]
    [InlineData("Some <b>bold</b> text.", "Some <b>", "There is raw HTML here.", "Markdown")]
    [InlineData("<div>\nblock\n</div>", "<div>", "There is raw HTML here.", "Markdown")]
    [InlineData("[Gone](#gone)", "[Gone]", "has no section \"gone\"", "Correct the address")]
    [InlineData("[Gone](../gone/module.md)", "[Gone]", "there is no file", "Correct the address")]
    [InlineData(
        "[Gone](http://example.org)",
        "[Gone]",
        "should begin with https",
        "Correct the address"
    )]
    [InlineData(
        "[Gone](../../../../etc/passwd)",
        "[Gone]",
        "there is no file",
        "Correct the address"
    )]
    [InlineData(
        "> [!DANGER]\n> Text.",
        "> [!DANGER]",
        "no alert of the kind \"DANGER\"",
        "NOTE, TIP"
    )]
    public void Check_WhenTheTextOfASectionIsWrong_ReportsItsLine(
        string text,
        string at,
        string message,
        string mend
    )
    {
        using var content = new SmallContent();
        content.AddToModule(text);

        content.ReportsError(ModuleFile, at, message, mend);
    }

    [Fact]
    public void Check_WhenBracesHoldAttributes_WarnsAboutThem()
    {
        using var content = new SmallContent();
        content.AddToModule("[text](#what-you-post){onclick=alert(1)}");

        content.ReportsWarning(ModuleFile, "onclick", "Attributes in braces", "Delete the braces");
    }
}

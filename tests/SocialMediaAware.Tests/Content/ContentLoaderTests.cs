using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

public partial class ContentLoaderTests
{
    [Fact]
    public void Load_WhenNothingIsWrong_ReadsEverythingWithoutAMessage()
    {
        using var content = new SmallContent();

        var result = content.Load();

        Assert.Empty(result.Messages);
        Assert.NotNull(result.Library);
        Assert.Equal(["harbour", "forest"], result.Library.Agencies.Select(agency => agency.Slug));
        Assert.Equal("Te Whanga", result.Library.Agencies[0].NameMi);
        Assert.Equal(3, result.Library.Sources.Count);
        Assert.Equal("2023-08", result.Library.Sources["HB-SMG"].Date);
        Assert.Equal(new DateOnly(2026, 2, 6), Assert.Single(result.Library.Holidays).Date);
        var programme = Assert.Single(result.Library.Programmes);
        Assert.Equal(10, programme.DueWorkingDays);
        Assert.Equal(["employee"], programme.Statements.Keys);
    }

    [Fact]
    public void Load_OfAModule_KeepsItsFieldsSectionsAndBytes()
    {
        using var content = new SmallContent();

        var module = content.LoadModule();

        Assert.Equal(new ContentVersion(1, 0), module.Version);
        Assert.Equal(ModuleStatus.Published, module.Status);
        Assert.Equal(["harbour"], module.Audience.AgencySlugs!);
        Assert.Null(module.Statement);
        Assert.Equal(2, module.Quiz.Draw);
        Assert.Equal(content.Bytes(ModuleFile), module.SourceBytes);
        Assert.Equal(32, module.ContentHash.Length);
        Assert.Equal(
            ["what-you-post", "what-you-follow"],
            module.Sections.Select(section => section.Id)
        );
        Assert.Equal("What you post", module.Sections[0].Heading);
        Assert.Equal(["HB-SMG-01"], module.Sections[0].TeachesObligationIds);
        Assert.Contains(
            "<strong>People Leader</strong>",
            module.Sections[1].Html,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("teaches", module.Sections[1].MarkdownBody, StringComparison.Ordinal);
        Assert.Equal(
            "Other people may see the list. Talk it over with your People Leader.",
            module.Sections[1].PlainText
        );
    }

    [Fact]
    public void Load_OfAScenario_KeepsOptionsFeedbackAndPrinciple()
    {
        using var content = new SmallContent();

        var scenario = content.LoadModule().FindScenario("situation-1")!;

        Assert.Equal("Situation 1", scenario.Title);
        Assert.Equal("taking-care", scenario.ModuleSlug);
        Assert.Equal("<p>A neighbour asks what you think.</p>", scenario.StoryHtml);
        Assert.Equal([false, true], scenario.Options.Select(option => option.IsRight));
        Assert.Equal("Leave it, and tell the Advisor.", scenario.Options[1].Html);
        Assert.Equal("<p>Right: they can answer.</p>", scenario.Options[1].FeedbackHtml);
        Assert.Equal("<p>Leave the answer to those whose job it is.</p>", scenario.PrincipleHtml);
    }

    [Fact]
    public void Load_OfTheTeReoVersion_HasTheSectionsOfTheModule()
    {
        using var content = new SmallContent();
        content.Write(
            "modules/taking-care/module.mi.md",
            """
            ---
            title: Kia tūpato
            version: 1.0
            reviewer: Kaitiaki Reo
            ---
            ## Tāu e tuku ai {#what-you-post}
            Whakaarohia.

            ## Tāu e whai ai {#what-you-follow}
            Kōrerohia.
            """
        );

        var teReo = content.LoadModule().TeReo;

        Assert.NotNull(teReo);
        Assert.Equal("Kaitiaki Reo", teReo.Reviewer);
        Assert.Equal("<p>Kōrerohia.</p>", teReo.Sections[1].Html);
    }

    [Fact]
    public void Load_WhenTheTeReoVersionHasOtherSections_ReportsIt()
    {
        using var content = new SmallContent();
        const string file = "modules/taking-care/module.mi.md";
        content.Write(
            file,
            "---\ntitle: Kia tūpato\nversion: 1.0\nreviewer: A\n---\n## Tāu {#other}\nKōrero.\n"
        );

        content.ReportsError(
            file,
            "## Tāu",
            "The sections are not those of module.md.",
            "the same ids in braces"
        );
    }

    [Fact]
    public void Load_WhenTheFolderIsMissing_SaysSoAndDoesNotThrow()
    {
        var result = ContentLoader.Load(
            Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")),
            []
        );

        Assert.Null(result.Library);
        Assert.Contains(result.Messages, message => message.File == "modules" && message.Line == 1);
    }

    [Fact]
    public void Load_WhenAFileIsLargerThanOneMebibyte_RefusesIt()
    {
        using var content = new SmallContent();
        content.Write(ModuleFile, new byte[ContentLimits.FileBytes + 1]);

        content.Reports(Severity.Error, ModuleFile, 1, "larger than 1024 KiB", "Split it");
    }

    [Fact]
    public void Load_WhenAFileIsNotUtf8_RefusesIt()
    {
        using var content = new SmallContent();
        content.Write(ModuleFile, [0x2D, 0x2D, 0x2D, 0x0A, 0xFF, 0xFE]);

        content.Reports(Severity.Error, ModuleFile, 1, "not UTF-8", "UTF-8");
    }

    [Fact]
    public void Load_WhenAFileHasAControlCharacter_NamesItsLine()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("Stop and think", "Stop and\u0007 think");

        content.ReportsError(ModuleFile, "Stop and", "control character (U+0007)", "Delete it");
    }

    [Fact]
    public void Load_WhenYamlIsBroken_NamesItsLine()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("owner: Social Media Advisor", "owner: \"Social Media Advisor");

        Assert.Contains(
            content.Load().Messages,
            message =>
                message.File == ModuleFile
                && message.Line >= 8
                && message.Message.Contains("YAML", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Load_WhenYamlHasAnchors_RefusesThem()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("owner: Social Media Advisor", "owner: &who Advisor");

        content.ReportsError(ModuleFile, "&who", "anchors are not used here", "indentation");
    }
}

using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

public class ContentLoaderTests
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

    [Fact]
    public void FindVersion_FindsCurrentEarlierAndHandedInVersions()
    {
        using var content = new SmallContent();
        var first = content.Bytes(ModuleFile);
        content.Write(
            "modules/taking-care/versions/1.1.md",
            content
                .Text(ModuleFile)
                .Replace("version: 1.0", "version: 1.1", StringComparison.Ordinal)
        );
        content
            .ReplaceInModule("version: 1.0", "version: 2.0")
            .ReplaceInModule("Stop and think", "Always stop");

        var library = content.Library(new EarlierVersion("taking-care", new(1, 0), first));

        Assert.Equal(first, library.FindVersion("taking-care", new(1, 0))!.SourceBytes);
        Assert.Equal(
            "modules/taking-care/versions/1.1.md",
            library.FindVersion("taking-care", new(1, 1))!.FilePath
        );
        Assert.Equal(ModuleFile, library.FindVersion("taking-care", new(2, 0))!.FilePath);
        Assert.Null(library.FindVersion("taking-care", new(3, 0)));
        Assert.Equal(4, library.FindVersion("taking-care", new(1, 0))!.Scenarios.Count);
        Assert.Equal(
            ["1.0", "1.1", "2.0"],
            library.PublishedVersions().Select(version => version.Version.ToString())
        );
    }

    [Fact]
    public void FindPublished_WhenTheFileIsADraft_IsTheVersionBefore()
    {
        using var content = new SmallContent();
        content.Write("modules/taking-care/versions/1.0.md", content.Text(ModuleFile));
        content
            .ReplaceInModule("version: 1.0", "version: 2.0")
            .ReplaceInModule("status: published", "status: draft");

        var library = content.Library();

        Assert.Equal(new ContentVersion(1, 0), library.FindPublished("taking-care")!.Version);
        Assert.Equal(new ContentVersion(2, 0), library.FindModule("taking-care")!.Version);
    }

    [Fact]
    public void FindPublished_WhenTheModuleIsWithdrawn_IsNothingAndItsTextIsKept()
    {
        using var content = new SmallContent();
        content
            .Write("modules/taking-care/versions/1.0.md", content.Text(ModuleFile))
            .ReplaceInModule("version: 1.0", "version: 1.1")
            .ReplaceInModule("status: published", "status: withdrawn");

        var library = content.Library();

        Assert.Null(library.FindPublished("taking-care"));
        Assert.Empty(library.PublishedModules());
        Assert.Equal(2, library.PublishedVersions().Count);
    }

    [Fact]
    public void Coverage_CountsWhatIsTaughtExercisedAndAttested()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("status: published", "status: draft");

        var coverage = content.Library().Coverage;

        Assert.Equal(3, coverage.Testable);
        Assert.Equal(2, coverage.Taught);
        Assert.Equal(0, coverage.Attested);
        Assert.Equal(2, coverage.StaffDuties);
        Assert.Equal(2, coverage.Exercised);
        Assert.Equal(["FO-POL-01"], coverage.Untaught);
        Assert.Empty(coverage.Unexercised);
    }

    [Theory]
    [InlineData("applies_to: [organisation, public]", false)]
    [InlineData("applies_to: [organisation, managers]", true)]
    public void IsTestable_WhenNobodyOnTheStaffIsBound_IsFalse(string appliesTo, bool testable)
    {
        using var content = new SmallContent();
        content.Replace("obligations.yml", "applies_to: [all-staff]", appliesTo);

        Assert.Equal(testable, content.Library().Obligations["HB-SMG-01"].IsTestable);
    }

    [Fact]
    public void IsTestable_WhenTheSourceWasNotRead_IsFalse()
    {
        using var content = new SmallContent();
        content.Replace(
            "obligations.yml",
            "themes: [personal-use]",
            "confidence: general-knowledge"
        );

        Assert.False(content.Library().Obligations["HB-SMG-01"].IsTestable);
    }

    [Theory]
    [InlineData("1.0", true)]
    [InlineData("12.34", true)]
    [InlineData("01.0", false)]
    [InlineData("1", false)]
    [InlineData("1.0.0", false)]
    [InlineData("1.-1", false)]
    [InlineData(" 1.0", false)]
    [InlineData(null, false)]
    public void TryParse_OfAVersion_AcceptsOneSpelling(string? text, bool isVersion)
    {
        Assert.Equal(isVersion, ContentVersion.TryParse(text, out var version));
        Assert.True(!isVersion || version.ToString() == text);
    }

    [Fact]
    public void Compare_OfVersions_GoesByNumbersNotByLetters()
    {
        Assert.True(ContentVersion.Parse("1.10") > ContentVersion.Parse("1.9"));
        Assert.True(ContentVersion.Parse("2.0") > ContentVersion.Parse("1.10"));
    }
}

using System.Text;
using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

public class PublishedTextTests
{
    private const string Slug = "taking-care";
    private static readonly ContentVersion First = new(1, 0);

    [Theory]
    [InlineData("Stop and think", "Stop and wait")]
    [InlineData("## What you post {#", "## What you write {#")]
    [InlineData("title: Taking care", "title: Taking great care")]
    [InlineData("agencies: [harbour]", "agencies: [harbour, forest]")]
    [InlineData("kinds: [employee, contractor]", "kinds: [employee]")]
    [InlineData("statement: null", "statement: I will take care.")]
    [InlineData("before you post. See", "before you post.\nSee")]
    public void ContentHash_WhenWhatIsSignedChanges_Changes(string old, string changed)
    {
        using var content = new SmallContent();
        var before = Readable(content).ContentHashHex;

        content.ReplaceInModule(old, changed);

        Assert.NotEqual(before, Readable(content).ContentHashHex);
    }

    [Theory]
    [InlineData("status: published", "status: withdrawn")]
    [InlineData("owner: Social Media Advisor", "owner: Somebody else")]
    [InlineData("minutes: 6", "minutes: 7")]
    [InlineData("summary: How to take care with what you post.", "summary: Another.")]
    [InlineData("draw: 2, required: [HB-SMG-01, HB-SMG-02]", "draw: 2, required: [HB-SMG-01]")]
    [InlineData("sources: [HB-SMG]", "sources: [HB-SMG, PS-CODE]")]
    [InlineData("version: 1.0", "version: 1.1")]
    [InlineData("kinds: [employee, contractor]", "kinds: [contractor, employee]")]
    public void ContentHash_WhenOnlyItsSurroundingsChange_StaysTheSame(string old, string changed)
    {
        using var content = new SmallContent();
        var before = Readable(content).ContentHashHex;

        content.ReplaceInModule(old, changed);

        Assert.Equal(before, Readable(content).ContentHashHex);
    }

    [Fact]
    public void ContentHash_WhenAnEditorsHabitsDiffer_StaysTheSame()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("Stop and think", "Kōrero, stop");
        var before = content.LoadModule();
        var text = content.Text(ModuleFile);

        var saved =
            "\uFEFF"
            + text.Normalize(NormalizationForm.FormD)
                .Replace("\n\n", " \t\n \n", StringComparison.Ordinal)
                .Replace("\n", "\r\n", StringComparison.Ordinal)
            + "\r\n\r\n";
        content.Write(ModuleFile, saved);
        var after = content.LoadModule();

        Assert.Equal(before.ContentHashHex, after.ContentHashHex);
        Assert.Equal(
            before.Sections.Select(each => Convert.ToHexString(each.TextHash)),
            after.Sections.Select(each => Convert.ToHexString(each.TextHash))
        );
        Assert.NotEqual(before.SourceBytes, after.SourceBytes);
    }

    [Fact]
    public void TextHash_WhenAnotherSectionChanges_StaysTheSame()
    {
        using var content = new SmallContent();
        var before = content.LoadModule().Sections;

        content
            .ReplaceInModule("Stop and think", "Always stop")
            .ReplaceInModule("{#what-you-follow}", "{#following}")
            .ReplaceInModule("(#what-you-follow)", "(#following)");
        var after = content.LoadModule().Sections;

        Assert.NotEqual(before[0].TextHash, after[0].TextHash);
        Assert.Equal(before[1].TextHash, after[1].TextHash);
    }

    [Theory]
    [InlineData("Answer at once", "Answer soon", true)]
    [InlineData("kind: one", "kind: all", true)]
    [InlineData("It reads as", "It sounds as", true)]
    [InlineData("contested: false", "contested: true", false)]
    [InlineData("obligations: [HB-SMG-01]", "obligations: [HB-SMG-02]", false)]
    public void ScenarioHash_WhenTheScenarioChanges_CoversWhatPeopleMeet(
        string old,
        string changed,
        bool covered
    )
    {
        using var content = new SmallContent();
        var before = content.Load().Readable.Modules[0].FindScenario("situation-1")!.HashHex;

        content.Replace(ScenarioFile(1), old, changed);

        Assert.Equal(
            covered,
            before != content.Load().Readable.Modules[0].FindScenario("situation-1")!.HashHex
        );
    }

    [Fact]
    public void Check_WhenAPublishedTextChanged_NamesFileAndBothHashes()
    {
        using var content = new SmallContent();
        var recorded = content.LoadModule().ContentHash;
        content.ReplaceInModule("Stop and think", "Stop and wait");
        var library = content.Library();

        var message = Assert.Single(
            PublishedText.Check([new RecordedText(Slug, First, recorded)], library)
        );

        Assert.Equal(Severity.Error, message.Severity);
        Assert.Equal(ModuleFile, message.File);
        Assert.Equal(3, message.Line);
        Assert.Contains(
            Convert.ToHexStringLower(recorded),
            message.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            library.FindModule(Slug)!.ContentHashHex,
            message.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("1.1", message.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WhenTheChangedTextHasANewVersion_SaysNothing()
    {
        using var content = new SmallContent();
        var recorded = content.LoadModule().ContentHash;
        content
            .ReplaceInModule("Stop and think", "Stop and wait")
            .ReplaceInModule("version: 1.0", "version: 1.1");

        Assert.Empty(
            PublishedText.Check([new RecordedText(Slug, First, recorded)], content.Library())
        );
    }

    [Fact]
    public void Check_WhenAPublishedTextIsWithdrawn_SaysNothingUnlessItChanged()
    {
        using var content = new SmallContent();
        var recorded = new RecordedText(Slug, First, content.LoadModule().ContentHash);
        content.ReplaceInModule("status: published", "status: withdrawn");
        Assert.Empty(PublishedText.Check([recorded], content.Library()));

        content.ReplaceInModule("Stop and think", "Stop and wait");
        Assert.Equal(
            Severity.Error,
            Assert.Single(PublishedText.Check([recorded], content.Library())).Severity
        );
    }

    [Fact]
    public void Check_WhenAPublishedVersionBecomesADraftAgain_Warns()
    {
        using var content = new SmallContent();
        var recorded = new RecordedText(Slug, First, content.LoadModule().ContentHash);
        content.ReplaceInModule("status: published", "status: draft");

        var message = Assert.Single(PublishedText.Check([recorded], content.Library()));

        Assert.Equal(Severity.Warning, message.Severity);
        Assert.Equal(4, message.Line);
    }

    [Fact]
    public void Load_WhenTheRecordedBytesDiffer_RefusesTheContent()
    {
        using var content = new SmallContent();
        var recorded = new EarlierVersion(Slug, First, content.Bytes(ModuleFile));
        content.ReplaceInModule("Stop and think", "Stop and wait");

        var result = content.Load(recorded);

        Assert.Null(result.Library);
        Assert.Contains(
            result.Messages,
            each =>
                each.File == ModuleFile
                && each.Message.Contains("its text changed", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Load_WhenAnEarlierVersionWasEdited_RefusesTheContent()
    {
        using var content = new SmallContent();
        const string earlier = "modules/taking-care/versions/1.0.md";
        var recorded = new EarlierVersion(Slug, First, content.Bytes(ModuleFile));
        content.Write(
            earlier,
            content
                .Text(ModuleFile)
                .Replace("Stop and think", "Stop and wait", StringComparison.Ordinal)
        );
        content.ReplaceInModule("version: 1.0", "version: 2.0");

        Assert.Contains(
            content.Load(recorded).Messages,
            each =>
                each.Severity == Severity.Error
                && each.File == earlier
                && each.Message.Contains("its text changed", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Load_WhenAnEarlierVersionHasTheWrongName_ReportsIt()
    {
        using var content = new SmallContent();
        const string earlier = "modules/taking-care/versions/0.9.md";
        content.Write(earlier, content.Text(ModuleFile));

        content.ReportsError(earlier, "version:", "does not tell its version", "Name it 1.0.md");
    }

    private static Module Readable(SmallContent content) =>
        content.Load().Readable.FindModule(Slug)!;
}

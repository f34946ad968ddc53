using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

public partial class ContentLoaderTests
{
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

using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

/// <summary>Modules for people with a task or a position.</summary>
public sealed class AudienceFlagsTests
{
    private const string Kinds = "kinds: [employee, contractor] }";

    [Fact]
    public void Audience_WhenItNamesNoFlag_IsForEverybody()
    {
        using var content = new SmallContent();

        Assert.True(content.LoadModule().Audience.IsForEverybody);
    }

    [Fact]
    public void Audience_WhenItNamesFlags_IsForThesePeople()
    {
        using var content = new SmallContent();
        content.ReplaceInModule(Kinds, Flagged("spokespeople, managers"));

        var audience = content.LoadModule().Audience;

        Assert.False(audience.IsForEverybody);
        Assert.Equal(["spokespeople", "managers"], audience.Flags);
    }

    [Fact]
    public void Check_WhenTheAudienceNamesAnUnknownFlag_ReportsItsLineAndAllFlags()
    {
        using var content = new SmallContent();
        content.ReplaceInModule(Kinds, Flagged("spokespeople, astronauts"));

        foreach (var flag in AudienceFlags.All)
        {
            content.ReportsError(
                ModuleFile,
                "audience:",
                "The audience names an unknown flag, \"astronauts\".",
                flag
            );
        }

        content.ReportsError(
            ModuleFile,
            "audience:",
            "unknown flag",
            "leave \"flags\" out for everybody"
        );
    }

    [Fact]
    public void ContentHash_WhenTheAudienceNamesNoFlags_IsTheOneOfBeforeThereWereFlags()
    {
        using var content = new SmallContent();
        var before = content.LoadModule();

        Assert.Equal(
            "agencies=harbour;kinds=contractor,employee",
            NormalisedText.Of(before.Audience)
        );
        content.ReplaceInModule(Kinds, Flagged(""));
        Assert.Equal(before.ContentHashHex, content.LoadModule().ContentHashHex);
    }

    [Fact]
    public void ContentHash_WhenTheAudienceNamesFlags_IsAnotherAndTheirOrderDoesNotMatter()
    {
        using var content = new SmallContent();
        var everybody = content.LoadModule().ContentHashHex;
        content.ReplaceInModule(Kinds, Flagged("spokespeople, managers"));
        var some = content.LoadModule();
        content.ReplaceInModule("spokespeople, managers", "managers, spokespeople");

        Assert.NotEqual(everybody, some.ContentHashHex);
        Assert.Equal(
            "agencies=harbour;kinds=contractor,employee;flags=managers,spokespeople",
            NormalisedText.Of(some.Audience)
        );
        Assert.Equal(some.ContentHashHex, content.LoadModule().ContentHashHex);
    }

    [Theory]
    [InlineData("print")]
    [InlineData("sources")]
    public void Check_WhenASectionHasTheAddressOfAnotherPage_ReportsIt(string id)
    {
        using var content = new SmallContent();
        content.AddToModule($"## One more {{#{id}}}\n<!-- teaches: HB-SMG-01 -->\nAsk first.");

        content.ReportsError(
            ModuleFile,
            "## One more",
            $"The section's id \"{id}\" is the address of another page.",
            "another id in braces"
        );
    }

    [Theory]
    [InlineData("search")]
    [InlineData("glossary")]
    [InlineData("assignments")]
    public void Check_WhenAModuleHasTheAddressOfAnotherPage_ReportsIt(string slug)
    {
        using var content = new SmallContent();
        content.Write($"modules/{slug}/module.md", content.Text(ModuleFile));

        content.Reports(
            Severity.Error,
            $"modules/{slug}/module.md",
            1,
            $"The folder's name \"{slug}\" is the address of another page.",
            "another name"
        );
    }

    private static string Flagged(string flags) =>
        $"kinds: [employee, contractor], flags: [{flags}] }}";
}

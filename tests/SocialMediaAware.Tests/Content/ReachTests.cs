using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

/// <summary>What binds people is taught where they read it.</summary>
public sealed class ReachTests
{
    private const string Kinds = "kinds: [employee, contractor] }";
    private const string OfEveryAgency =
        "  - { id: PS-CODE-01, source: PS-CODE, section: Fair, kind: must, applies_to: [all-staff], statement: Be fair., themes: [personal-use] }\n";

    [Fact]
    public void Of_WhenARuleIsAnAgencys_BindsItsPeopleAlone()
    {
        using var content = new SmallContent();

        Assert.Equal([new Bound("harbour", null)], BoundBy(content, "HB-SMG-01"));
    }

    [Fact]
    public void Of_WhenARuleIsForEveryAgency_BindsThePeopleOfEach()
    {
        using var content = WithARuleForEveryAgency();

        Assert.Equal(
            [new Bound("harbour", null), new Bound("forest", null)],
            BoundBy(content, "PS-CODE-01")
        );
    }

    [Theory]
    [InlineData("spokespeople", "spokespeople")]
    [InlineData("spokespeople, managers, organisation", "spokespeople managers")]
    [InlineData("all-staff, managers", "")]
    [InlineData("contractors, managers", "")]
    public void Of_WhenARuleIsForSome_BindsThemUnlessItBindsAKindOfPersonToo(
        string appliesTo,
        string flags
    )
    {
        using var content = new SmallContent();
        AppliesTo(content, "HB-SMG-01", appliesTo);

        Assert.Equal(
            flags.Length == 0
                ? [new Bound("harbour", null)]
                : flags.Split(' ').Select(flag => new Bound("harbour", flag)),
            BoundBy(content, "HB-SMG-01")
        );
    }

    [Fact]
    public void Check_WhenARuleForEveryAgencyIsTaughtInOne_NamesTheOther()
    {
        using var content = WithARuleForEveryAgency();
        content
            .ReplaceInModule("sources: [HB-SMG]", "sources: [HB-SMG, PS-CODE]")
            .ReplaceInModule("teaches: HB-SMG-01", "teaches: HB-SMG-01, PS-CODE-01");

        content.ReportsWarning(
            "obligations.yml",
            "PS-CODE-01",
            "Not taught to everybody at forest: PS-CODE-01.",
            "widen that module's audience"
        );
        var coverage = content.Library().Coverage;
        Assert.Equal((4, 2, 2), (coverage.Testable, coverage.Taught, coverage.Attested));
        Assert.Equal(["FO-POL-01", "PS-CODE-01"], coverage.Untaught);
    }

    [Fact]
    public void Check_WhenItIsTaughtInAModuleForEveryAgency_SaysNothing()
    {
        using var content = WithARuleForEveryAgency();
        content.Write(
            "modules/the-code/module.md",
            content
                .Text(ModuleFile)
                .Replace("agencies: [harbour], ", "", StringComparison.Ordinal)
                .Replace("[HB-SMG]", "[PS-CODE]", StringComparison.Ordinal)
                .Replace(
                    "quiz: { draw: 2, required: [HB-SMG-01, HB-SMG-02] }",
                    "quiz: { draw: 0 }",
                    StringComparison.Ordinal
                )
                .Replace("HB-SMG-01", "PS-CODE-01", StringComparison.Ordinal)
                .Replace("<!-- teaches: HB-SMG-02 -->", "", StringComparison.Ordinal)
        );

        Assert.Empty(NotTaughtTo(content));
        Assert.Equal(["FO-POL-01"], content.Library().Coverage.Untaught);
    }

    [Fact]
    public void Check_WhenARuleForEverybodyIsOnlyTaughtToSpokespeople_SaysSoOnceForAllOfThem()
    {
        using var content = new SmallContent();
        content.ReplaceInModule(Kinds, "kinds: [employee, contractor], flags: [spokespeople] }");

        content.ReportsWarning(
            "obligations.yml",
            "HB-SMG-01",
            "Not taught to everybody at harbour: HB-SMG-01, HB-SMG-02.",
            "Teach it in a module that these people read"
        );
        Assert.Single(NotTaughtTo(content));
        Assert.Equal(0, content.Library().Coverage.Taught);
    }

    [Theory]
    [InlineData("spokespeople", null)]
    [InlineData("managers", "Not taught to spokespeople at harbour: HB-SMG-01.")]
    [InlineData("managers, spokespeople", null)]
    public void Check_WhenARuleIsForOneFlag_AsksForAModuleThatTheseReadOrEverybody(
        string flags,
        string? message
    )
    {
        using var content = new SmallContent();
        AppliesTo(content, "HB-SMG-01", "spokespeople");
        Assert.Empty(NotTaughtTo(content));

        content.ReplaceInModule(Kinds, $"kinds: [employee, contractor], flags: [{flags}] }}");

        Assert.Equal(
            message is null ? [] : [message],
            NotTaughtTo(content)
                .Where(each =>
                    each.Contains("HB-SMG-01", StringComparison.Ordinal)
                    && !each.Contains("everybody", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Coverage_WhenOneOfTwoFlagsIsReached_CountsTheRuleAsNotTaught()
    {
        using var content = new SmallContent();
        AppliesTo(content, "HB-SMG-01", "spokespeople, managers");
        content.ReplaceInModule(Kinds, "kinds: [employee, contractor], flags: [spokespeople] }");

        Assert.Contains("HB-SMG-01", content.Library().Coverage.Untaught);
        Assert.Contains("Not taught to managers at harbour: HB-SMG-01.", NotTaughtTo(content));
    }

    [Fact]
    public void Check_WhenOnlyAWithdrawnModuleTeachesARule_DoesNotCountIt()
    {
        using var content = new SmallContent();
        content.Delete(ProgrammeFile).ReplaceInModule("status: published", "status: withdrawn");

        Assert.Equal(0, content.Library().Coverage.Taught);
    }

    private static SmallContent WithARuleForEveryAgency()
    {
        var content = new SmallContent();
        content.Write(
            "obligations.yml",
            $"{content.Text("obligations.yml").TrimEnd()}\n{OfEveryAgency}"
        );
        return content;
    }

    private static void AppliesTo(SmallContent content, string id, string appliesTo)
    {
        var text = content.Text("obligations.yml");
        var at = text.IndexOf(
            "[all-staff]",
            text.IndexOf($"id: {id}", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        content.Write(
            "obligations.yml",
            $"{text[..at]}[{appliesTo}]{text[(at + "[all-staff]".Length)..]}"
        );
    }

    private static IReadOnlyList<Bound> BoundBy(SmallContent content, string id)
    {
        var library = content.Library();
        return Reach.Of(library, library.Obligations[id]);
    }

    private static IEnumerable<string> NotTaughtTo(SmallContent content) =>
        content
            .Load()
            .Messages.Select(each => each.Message)
            .Where(message => message.StartsWith("Not taught to", StringComparison.Ordinal));
}

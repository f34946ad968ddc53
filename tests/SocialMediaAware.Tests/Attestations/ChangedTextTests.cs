using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Content;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Attestations;

namespace SocialMediaAware.Tests.Attestations;

public sealed class ChangedTextTests
{
    [Fact]
    public void Between_WhenWordsSectionsAndHeadingsChanged_ShowsExactlyThese()
    {
        using var content = new SmallContent();
        var earlier = content.LoadModule();
        content.ReplaceInModule(
            "Stop and think before you post.",
            "You must stop before you post."
        );
        content.AddToModule(
            "## One more thing {#one-more}\n<!-- teaches: HB-SMG-02 -->\nAsk first."
        );
        var now = content.LoadModule();

        var changes = ChangedSection.Between(earlier, now);

        Assert.Equal(["What you post", "One more thing"], changes.Select(change => change.Heading));
        var pieces = Assert.Single(changes[0].Paragraphs);
        Assert.Equal("Stop and think", Text(pieces, ChangeKind.TakenOut));
        Assert.Equal("You must stop", Text(pieces, ChangeKind.PutIn));
        Assert.Equal(ChangeKind.PutIn, changes[1].Kind);
        Assert.Equal(
            ["One more thing"],
            ChangedSection
                .Between(now, earlier)
                .Where(change => change.Kind == ChangeKind.TakenOut)
                .Select(change => change.Heading)
        );
    }

    [Theory]
    [InlineData("Who may see it?|Would you say it?|Stop.", "Who may see it?|Stop.")]
    [InlineData("Who may see it?|Would you say it?", "Who may see it?")]
    [InlineData("Would you say it?|Who may see it?", "Who may see it?")]
    [InlineData("Ask first.|Ask who may see it.|Stop.", "Ask first.|Stop.")]
    [InlineData("Ask first.|Ask who may see it.|Stop.", "Ask who may see it.|Stop.")]
    public void Between_WhenOneParagraphWasPutInOrTakenOut_ShowsItAndNoOther(
        string longer,
        string shorter
    )
    {
        var paragraphs = longer.Split('|');
        var differing = Assert.Single(paragraphs.Except(shorter.Split('|')));

        Assert.Equal(
            [new ChangedPiece(ChangeKind.TakenOut, differing)],
            Assert.Single(Changed(longer, shorter))
        );
        Assert.Equal(
            [new ChangedPiece(ChangeKind.PutIn, differing)],
            Assert.Single(Changed(shorter, longer))
        );
    }

    [Fact]
    public async Task Sign_WhenSignedBeforeInAnOlderVersion_ShowsTheDifferencesToThatOne()
    {
        using var content = new SmallContent();
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { ContentFolder = content.Folder }
        );
        var agency = await portal.AgencyAsync("harbour");
        var programme = await portal.OnboardingAsync(agency, "taking-care");
        var signer = await portal.ReadySignerAsync(agency, programme);
        Assert.NotNull((await portal.SignAsync(signer)).AttestationId);
        content.Write("modules/taking-care/versions/1.0.md", content.Text(SmallContent.ModuleFile));
        content.ReplaceInModule("version: 1.0", "version: 2.0");
        content.ReplaceInModule("Stop and think", "You must stop and think");
        var store = portal.Services.GetRequiredService<ContentStore>();
        Assert.DoesNotContain(store.Reload(), message => message.Severity == Severity.Error);
        await portal.KeepPublishedAsync();
        // Later than the signature counts for what it covers.
        portal.Clock.Move(TimeSpan.FromDays(120));
        var next = new Signer(
            signer.Member,
            await portal.AssignmentAsync(signer.Member, programme)
        );
        using var client = await portal.SignedInAsync(signer.Member.AccountId);
        var address = $"/attestations/sign/{next.Assignment.Id}";

        var page = await client.PageAsync(address);

        Assert.Contains("put in: ", page.QuerySelector(".sma-changes ins")!.TextContent);
        // The section that did not change was opened once and is not asked for again.
        Assert.Contains("1 to go", page.QuerySelector("#remains")!.TextContent);
        await portal.OpenedAsync(next);
        await portal.PractisedAsync(next);
        Assert.NotNull((await portal.SignAsync(next)).AttestationId);
    }

    private static IReadOnlyList<IReadOnlyList<ChangedPiece>> Changed(string before, string after)
    {
        const string Paragraph =
            "Stop and think before you post. See [what you follow](#what-you-follow).";
        using var content = new SmallContent();
        content.ReplaceInModule(Paragraph, before.Replace("|", "\n\n", StringComparison.Ordinal));
        var earlier = content.LoadModule();
        content.ReplaceInModule(
            before.Replace("|", "\n\n", StringComparison.Ordinal),
            after.Replace("|", "\n\n", StringComparison.Ordinal)
        );
        return Assert.Single(ChangedSection.Between(earlier, content.LoadModule())).Paragraphs;
    }

    private static string Text(IEnumerable<ChangedPiece> pieces, ChangeKind kind) =>
        string.Concat(pieces.Where(piece => piece.Kind == kind).Select(piece => piece.Text)).Trim();
}

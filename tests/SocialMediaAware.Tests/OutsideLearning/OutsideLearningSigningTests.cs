using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Evidence;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Learning;

namespace SocialMediaAware.Tests.OutsideLearning;

/// <summary>What was learnt elsewhere counts where a programme accepts it, and the signature says so.</summary>
public sealed class OutsideLearningSigningTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Sign_WhenTheModuleWasLearntElsewhere_NeedsOnlyTheSignatureAndTheReceiptSaysSo(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Provider = provider }
        );
        var (member, assignment) = await AssignedAsync(portal, accepts: true);
        var completion = await portal.CompletedElsewhereAsync(await portal.AgencyAsync(), member);
        using var client = await portal.SignedInAsync(member.AccountId);

        using var begun = await client.GetAsync($"/next/{assignment}");
        Assert.Equal($"/attestations/sign/{assignment}", begun.Headers.Location!.ToString());
        var page = await client.PageAsync($"/attestations/sign/{assignment}");
        Assert.Contains(
            "elsewhere: Integrity online, The Commission, completed on",
            page.QuerySelector("#statement")!.TextContent
        );
        using var signed = await SignAsync(client, assignment);
        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);

        var address = signed.Headers.Location!.ToString();
        var shown = (await client.PageAsync(address)).Body!.TextContent;
        Assert.True(shown.Contains("Integrity online", StringComparison.Ordinal), address + shown);
        using var file = await client.GetAsync($"{address}/receipt.json");
        using var visitor = portal.Visitor();
        var key = VerificationKey.Parse(
            await visitor.GetStringAsync("/attestations/verification-key")
        );
        var receipt = Receipt.Read(await file.Content.ReadAsByteArrayAsync());
        Assert.True(receipt.Check(key).IsVerified);
        Assert.Contains("Integrity online", receipt.Attestation.Statement);
        var expected = SigningEvidence.Hash(
            [],
            [
                new SigningGround(
                    "outside-learning",
                    $"{GivenOutsideLearning.Module} 2.0",
                    completion.Hash(null)
                ),
            ]
        );
        Assert.Equal(expected, receipt.Attestation.QuizEvidenceHash);
        Assert.True(await LedgerHoldsAsync(portal));
    }

    [Theory]
    [InlineData(false, -20, 2)] // the programme does not accept it
    [InlineData(true, -369, 2)] // it was completed 366 days before the assignment opened
    [InlineData(true, -20, 1)] // it stands for an older major version
    public async Task Sign_WhenItDoesNotCount_AsksForReadingAndPractice(
        bool accepts,
        int completedDaysAgo,
        int major
    )
    {
        await using var portal = await TestPortal.StartAsync();
        var (member, assignment) = await AssignedAsync(portal, accepts);
        await portal.CompletedElsewhereAsync(
            await portal.AgencyAsync(),
            member,
            DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime).AddDays(completedDaysAgo),
            major
        );
        using var client = await portal.SignedInAsync(member.AccountId);

        var page = await client.PageAsync($"/attestations/sign/{assignment}");
        using var refused = await client.SubmitAsync(
            await client.PageAsync("/"),
            $"/attestations/sign/{assignment}",
            "header form",
            ("Declared", "true"),
            ("Name", member.Name)
        );

        Assert.NotNull(page.QuerySelector("#remains"));
        Assert.DoesNotContain("Integrity online", page.Body!.TextContent);
        Assert.Equal(0, await portal.WithDatabaseAsync(d => d.Attestations.CountAsync()));
    }

    [Fact]
    public async Task Completion_WhenItIsTheLastDayThatCounts_StillCounts()
    {
        await using var portal = await TestPortal.StartAsync();
        var (member, assignment) = await AssignedAsync(portal, accepts: true);
        var opensOn = await portal.WithDatabaseAsync(d =>
            d.Assignments.Where(a => a.Id == assignment).Select(a => a.OpensOn).SingleAsync()
        );
        await portal.CompletedElsewhereAsync(
            await portal.AgencyAsync(),
            member,
            opensOn.AddDays(-365)
        );
        using var client = await portal.SignedInAsync(member.AccountId);

        var page = await client.PageAsync($"/attestations/sign/{assignment}");

        Assert.Null(page.QuerySelector("#remains"));
    }

    [Fact]
    public async Task WholeWay_WhenThePersonReadsItAllTheSame_AsksForEverythingAndCanBeTakenUpAgain()
    {
        await using var portal = await TestPortal.StartAsync();
        var (member, assignment) = await AssignedAsync(portal, accepts: true);
        await portal.CompletedElsewhereAsync(await portal.AgencyAsync(), member);
        using var client = await portal.SignedInAsync(member.AccountId);
        var address = $"/outside-learning/whole-way/{assignment}/{GivenOutsideLearning.Module}";

        using var chosen = await client.SubmitAsync(await client.PageAsync(address), address);
        using var next = await client.GetAsync($"/next/{assignment}");
        var sheet = await client.PageAsync($"/attestations/sign/{assignment}");
        using var again = await client.SubmitAsync(await client.PageAsync(address), address);
        using var back = await client.GetAsync($"/next/{assignment}");

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.StartsWith(
            $"/learning/{GivenOutsideLearning.Module}/",
            next.Headers.Location!.ToString()
        );
        Assert.NotNull(sheet.QuerySelector("#remains"));
        Assert.DoesNotContain("completed on", sheet.QuerySelector("#statement")!.TextContent);
        Assert.Equal($"/attestations/sign/{assignment}", back.Headers.Location!.ToString());
        // Somebody else’s choice is nobody’s business.
        var other = await portal.PersonAsync(await portal.AgencyAsync(), "Other Person");
        using var stranger = await portal.SignedInAsync(other.AccountId);
        using var refused = await stranger.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static async Task<bool> LedgerHoldsAsync(TestPortal portal) =>
        (
            await portal.WithAsync(services =>
                services
                    .GetRequiredService<LedgerVerification>()
                    .VerifyAsync(CancellationToken.None)
            )
        ).IsVerified;

    private static async Task<(CastMember Member, Guid Assignment)> AssignedAsync(
        TestPortal portal,
        bool accepts
    )
    {
        var agency = await portal.AgencyAsync();
        await portal.KeepPublishedAsync();
        var programme = await portal.OnboardingAsync(agency);
        if (accepts)
        {
            await portal.AcceptsAsync(programme);
        }

        var member = await portal.PersonAsync(agency);
        return (member, (await portal.AssignmentAsync(member, programme)).Id);
    }

    private static async Task<HttpResponseMessage> SignAsync(HttpClient client, Guid assignment)
    {
        var address = $"/attestations/sign/{assignment}";
        return await client.SubmitAsync(
            await client.PageAsync(address),
            address,
            fields: [("Declared", "true"), ("Name", "Aroha Pātea")]
        );
    }
}

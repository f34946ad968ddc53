using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Evidence;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Tests.Attestations;

public sealed class SigningPagesTests
{
    [Fact]
    public async Task Sign_WhenEverythingIsDone_LeadsToAReceiptThatVerifies()
    {
        await using var portal = await TestPortal.StartAsync();
        var (signer, client) = await ReadyAsync(portal);
        var address = SignAddress(signer);
        var page = await client.PageAsync(address);
        Assert.Contains("Be social media aware 2.0", page.QuerySelector("#statement")!.TextContent);
        Assert.NotNull(
            page.QuerySelector($"a[href='/questions/not-agreeing/{signer.Assignment.Id}']")
        );

        using var signed = await SubmitAsync(client, page, address, "true", "aroha patea");

        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        var receiptAddress = signed.Headers.Location!.ToString();
        var receipt = await client.PageAsync(receiptAddress);
        Assert.Contains("Every check passed", receipt.Body!.TextContent);
        Assert.Empty(receipt.QuerySelectorAll(".sma-tag--wrong"));
        using var file = await client.GetAsync($"{receiptAddress}/receipt.json");
        using var visitor = portal.Visitor();
        var key = VerificationKey.Parse(
            await visitor.GetStringAsync("/attestations/verification-key")
        );
        var verdict = Receipt.Read(await file.Content.ReadAsByteArrayAsync()).Check(key);
        Assert.True(verdict.IsVerified);
        var list = await client.PageAsync("/attestations");
        Assert.NotNull(list.QuerySelector($"a[href='{receiptAddress}']"));
    }

    [Fact]
    public async Task Sign_WhenSentTwice_LeadsToTheSameReceipt()
    {
        await using var portal = await TestPortal.StartAsync();
        var (signer, client) = await ReadyAsync(portal);
        var address = SignAddress(signer);
        var page = await client.PageAsync(address);

        using var first = await SubmitAsync(client, page, address, "true", "Aroha Pātea");
        using var again = await SubmitAsync(client, page, address, "true", "Aroha Pātea");
        using var opened = await client.GetAsync(address);

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(first.Headers.Location, opened.Headers.Location);
    }

    [Theory]
    [InlineData(null, "Aroha Pātea", "#declared")]
    [InlineData("true", "", "#name")]
    [InlineData("true", "Somebody Else", "#name")]
    public async Task Sign_WhenTheFormIsNotComplete_SaysWhatIsMissingAndKeepsWhatWasTyped(
        string? declared,
        string name,
        string place
    )
    {
        await using var portal = await TestPortal.StartAsync();
        var (signer, client) = await ReadyAsync(portal);
        var address = SignAddress(signer);

        using var refused = await SubmitAsync(
            client,
            await client.PageAsync(address),
            address,
            declared,
            name
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.PageAsync();
        Assert.NotNull(page.QuerySelector($".govuk-error-summary a[href='{place}']"));
        Assert.Equal(name, page.QuerySelector("#name")!.GetAttribute("value") ?? "");
        Assert.Equal(
            declared is not null,
            page.QuerySelector("#declared")!.HasAttribute("checked")
        );
        Assert.Equal(0, await CountAsync(portal));
    }

    [Fact]
    public async Task Sign_WhenFieldsAreMissingOrStrange_IsRefusedCalmly()
    {
        await using var portal = await TestPortal.StartAsync();
        var (signer, client) = await ReadyAsync(portal);
        var address = SignAddress(signer);
        var page = await client.PageAsync(address);

        using var nothing = await client.SubmitAsync(page, address, fields: [("Shown", null)]);
        using var strange = await client.SubmitAsync(
            page,
            address,
            fields: [("Declared", "perhaps"), ("Name", new string('x', 20_000)), ("More", "1")]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, strange.StatusCode);
    }

    [Fact]
    public async Task Sign_WhenSectionsAndQuizRemain_OffersWhatRemainsInsteadOfTheForm()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.KeepPublishedAsync();
        var member = await portal.PersonAsync(agency);
        var assignment = await portal.AssignmentAsync(member, await portal.OnboardingAsync(agency));
        var signer = new Signer(member, assignment);
        using var client = await portal.SignedInAsync(member.AccountId);

        var page = await client.PageAsync(SignAddress(signer));

        Assert.Null(page.QuerySelector("#declared"));
        Assert.Equal(2, page.QuerySelectorAll("#remains li").Length);
        var result = await portal.SignAsync(signer);
        Assert.Null(result.AttestationId);
        Assert.Equal(0, await CountAsync(portal));
    }

    [Fact]
    public async Task Sign_WhenTheTextChangedSinceThePageWasOpened_AsksToLookAgainAndKeepsTheName()
    {
        await using var portal = await TestPortal.StartAsync();
        var (signer, client) = await ReadyAsync(portal);
        var address = SignAddress(signer);
        var page = await client.PageAsync(address);

        using var refused = await client.SubmitAsync(
            page,
            address,
            fields: [("Shown", new string('0', 64)), ("Declared", "true"), ("Name", "Aroha Pātea")]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.PageAsync();
        Assert.Equal("Aroha Pātea", again.QuerySelector("#name")!.GetAttribute("value"));
        Assert.False(again.QuerySelector("#declared")!.HasAttribute("checked"));
        using var signed = await SubmitAsync(client, again, address, "true", "Aroha Pātea");
        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
    }

    [Fact]
    public async Task Sign_WhenItIsSomebodyElsesAssignment_IsNotFound()
    {
        await using var portal = await TestPortal.StartAsync();
        var (signer, client) = await ReadyAsync(portal);
        var other = await portal.PersonAsync(await portal.AgencyAsync(), "Tom Fairburn");
        using var stranger = await portal.SignedInAsync(other.AccountId);
        var address = SignAddress(signer);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await client.GetAsync($"/attestations/sign/{Guid.NewGuid()}")).StatusCode
        );
    }

    [Fact]
    public async Task Receipt_WhenSomebodyElseAsks_IsNotFoundUnlessHrOrAuditorThere()
    {
        await using var portal = await TestPortal.StartAsync();
        var (signer, _) = await ReadyAsync(portal);
        var id = (await portal.SignAsync(signer)).AttestationId;
        var agency = await portal.AgencyAsync();
        var elsewhere = await portal.AgencyAsync("msd");
        var colleague = await portal.PersonAsync(agency, "Tom Fairburn");
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor);
        var hrElsewhere = await portal.PersonWithRoleAsync(elsewhere, PortalRole.HumanResources);

        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(colleague));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(hrElsewhere));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(hr));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(auditor));
        var views = await portal.WithDatabaseAsync(database =>
            database.AuditEntries.CountAsync(entry => entry.Action == AuditActions.PeopleViewed)
        );
        Assert.Equal(4, views);

        async Task<HttpStatusCode> AskAsync(CastMember member)
        {
            using var client = await portal.SignedInAsync(member.AccountId);
            using var file = await client.GetAsync($"/attestations/{id}/receipt.json");
            using var page = await client.GetAsync($"/attestations/{id}");
            Assert.Equal(page.StatusCode, file.StatusCode);
            return page.StatusCode;
        }
    }

    [Fact]
    public async Task Pages_WhenNobodyIsSignedIn_AreClosedButTheKeyIsOpen()
    {
        await using var portal = await TestPortal.StartAsync();
        using var visitor = portal.Visitor();

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/attestations")).StatusCode);
        Assert.Equal(
            HttpStatusCode.OK,
            (await visitor.GetAsync("/attestations/verification-key")).StatusCode
        );
    }

    [Theory]
    [InlineData("/attestations")]
    [InlineData("/attestations?page=0")]
    [InlineData("/attestations?page=many")]
    public async Task Receipts_WhenNothingWasSigned_SaysSo(string address)
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, client) = await ReadyAsync(portal);

        var page = await client.PageAsync(address);

        Assert.Contains("You have not signed anything yet", page.Body!.TextContent);
    }

    private static string SignAddress(Signer signer) =>
        $"/attestations/sign/{signer.Assignment.Id}";

    private static async Task<(Signer Signer, HttpClient Client)> ReadyAsync(TestPortal portal)
    {
        var agency = await portal.AgencyAsync();
        var signer = await portal.ReadySignerAsync(agency, await portal.OnboardingAsync(agency));
        return (signer, await portal.SignedInAsync(signer.Member.AccountId));
    }

    private static Task<HttpResponseMessage> SubmitAsync(
        HttpClient client,
        AngleSharp.Dom.IDocument page,
        string address,
        string? declared,
        string name
    ) => client.SubmitAsync(page, address, fields: [("Declared", declared), ("Name", name)]);

    private static Task<int> CountAsync(TestPortal portal) =>
        portal.WithDatabaseAsync(database => database.Attestations.CountAsync());
}

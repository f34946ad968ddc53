using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Evidence;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Assisted;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Assisted;

/// <summary>A form that was signed by hand gets into the record with its scan, once, if it still is what is asked.</summary>
public sealed class PaperTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Scan_WhenHandedIn_MakesARecordThatRestsOnThePaper(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Provider = provider }
        );
        var (signer, hr) = await SetUpAsync(portal);
        var form = await MakeFormAsync(hr, signer);
        var paper = await hr.PageAsync(form);
        Assert.Contains("I have read and understood", paper.Body!.TextContent);
        Assert.NotNull(
            (await hr.PageAsync($"{form}?large=true")).QuerySelector(".sma-paper--large")
        );

        using var recorded = await HandInAsync(portal, hr, form, Jpeg);
        Assert.Equal("/assisted/paper", recorded.Headers.Location!.ToString());
        using var again = await HandInAsync(portal, hr, form, Jpeg, page: paper);

        var attestation = await portal.WithDatabaseAsync(d =>
            d.Attestations.Include(a => a.Grounds).SingleAsync()
        );
        var kept = await portal.WithDatabaseAsync(d => d.PaperForms.SingleAsync());
        var scan = await portal.WithDatabaseAsync(d => d.EvidenceFiles.SingleAsync());
        Assert.Equal("paper", attestation.AuthenticationMethod);
        Assert.Equal(portal.Clock.GetUtcNow(), attestation.SignedAt);
        Assert.Equal(
            SigningEvidence
                .Hash(
                    [],
                    [
                        new SigningGround(
                            "paper",
                            kept.Number,
                            kept.HashWith(kept.SignedOn!.Value, "Hemi Walker", scan.Sha256)
                        ),
                    ]
                )
                .ToArray(),
            attestation.QuizEvidenceHash
        );
        Assert.NotNull((await portal.WithDatabaseAsync(d => d.Assignments.SingleAsync())).SignedAt);
        var receiptPage = await hr.PageAsync($"/attestations/{attestation.Id}");
        Assert.Contains("on paper, by hand", receiptPage.Body!.TextContent);
        Assert.Contains("Hemi Walker", receiptPage.Body!.TextContent);
        using var file = await hr.GetAsync($"/attestations/{attestation.Id}/receipt.json");
        using var visitor = portal.Visitor();
        var key = VerificationKey.Parse(
            await visitor.GetStringAsync("/attestations/verification-key")
        );
        var receipt = Receipt.Read(await file.Content.ReadAsByteArrayAsync());
        Assert.True(receipt.Check(key).IsVerified);
        var verdict = await portal.WithAsync(services =>
            services.GetRequiredService<LedgerVerification>().VerifyAsync(CancellationToken.None)
        );
        Assert.True(verdict.IsVerified);
        using var download = await hr.GetAsync($"/outside-learning/files/{scan.Id}");
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Theory]
    [InlineData("<svg onload='alert(1)'/>", 0)] // a drawing renamed .pdf
    [InlineData("", 0)] // nothing in it
    [InlineData("%PDF-1.7", 11 * 1024 * 1024)] // 11 MB
    [InlineData(null, 0)] // none
    public async Task Scan_WhenItIsNone_IsRefusedAndWhatWasTypedIsKept(string? beginning, int size)
    {
        await using var portal = await TestPortal.StartAsync();
        var (signer, hr) = await SetUpAsync(portal);
        var form = await MakeFormAsync(hr, signer);
        var bytes = beginning is null ? null : Encoding.ASCII.GetBytes(beginning);
        Array.Resize(ref bytes, Math.Max(size, bytes?.Length ?? 0));

        using var refused = await HandInAsync(portal, hr, form, beginning is null ? null : bytes);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.PageAsync();
        Assert.NotNull(page.QuerySelector(".govuk-error-summary a[href='#scan']"));
        Assert.Equal("Hemi Walker", page.QuerySelector("#witness")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("#looked")!.HasAttribute("checked"));
        Assert.Equal(0, await portal.WithDatabaseAsync(d => d.EvidenceFiles.CountAsync()));
        Assert.Equal(0, await portal.WithDatabaseAsync(d => d.Attestations.CountAsync()));
    }

    [Theory]
    [InlineData(1)] // tomorrow
    [InlineData(-4)] // the day before it opened
    [InlineData(-1)] // the day before the form was made
    public async Task Day_WhenItCannotBe_IsRefused(int daysFromToday)
    {
        await using var portal = await TestPortal.StartAsync();
        var (signer, hr) = await SetUpAsync(portal);
        var form = await MakeFormAsync(hr, signer);

        using var refused = await HandInAsync(portal, hr, form, Jpeg, daysFromToday);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.PageAsync();
        Assert.NotNull(page.QuerySelector(".govuk-error-summary a[href='#signedon']"));
    }

    [Fact]
    public async Task Form_WhenItIsForAnOlderMajorVersion_IsVoid()
    {
        await using var portal = await TestPortal.StartAsync();
        var (signer, hr) = await SetUpAsync(portal);
        var form = await MakeFormAsync(hr, signer);
        // As if it had been printed before the newest major version came out.
        await portal.WithDatabaseAsync(async d =>
        {
            await using var transaction = await d.Database.BeginTransactionAsync();
            await d.Set<PaperFormModule>()
                .ExecuteUpdateAsync(change => change.SetProperty(module => module.Major, 1));
            await transaction.CommitAsync();
        });

        using var refused = await HandInAsync(portal, hr, form, Jpeg);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Print a new form", (await refused.PageAsync()).Body!.TextContent);
        Assert.Equal(0, await portal.WithDatabaseAsync(d => d.Attestations.CountAsync()));
    }

    [Fact]
    public async Task Form_WhenThePersonSignedMeanwhile_IsNotRecordedASecondTime()
    {
        await using var portal = await TestPortal.StartAsync();
        var (signer, hr) = await SetUpAsync(portal);
        var form = await MakeFormAsync(hr, signer);
        await portal.OpenedAsync(signer);
        await portal.PractisedAsync(signer);
        await portal.SignAsync(signer);

        using var refused = await HandInAsync(portal, hr, form, Jpeg);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(1, await portal.WithDatabaseAsync(d => d.Attestations.CountAsync()));
    }

    [Fact]
    public async Task Form_WhenItIsAnotherAgencys_IsNotThere()
    {
        await using var portal = await TestPortal.StartAsync();
        var (signer, hr) = await SetUpAsync(portal);
        var form = await MakeFormAsync(hr, signer);
        var number = await portal.WithDatabaseAsync(d =>
            d.PaperForms.Select(f => f.Number).SingleAsync()
        );
        var other = await portal.AgencyAsync("stats-nz");
        var stranger = await portal.PersonWithRoleAsync(other, PortalRole.HumanResources, "Far");
        using var browser = await portal.SignedInAsync(stranger.AccountId);

        using var page = await browser.GetAsync(form);
        using var make = await browser.GetAsync($"/assisted/paper/{signer.Assignment.Id}");
        using var found = await browser.SubmitAsync(
            await browser.PageAsync("/assisted/paper"),
            "/assisted/paper",
            "main form[method=post]",
            ("Number", number)
        );
        using var mine = await hr.SubmitAsync(
            await hr.PageAsync("/assisted/paper?search=aroha"),
            "/assisted/paper",
            "main form[method=post]",
            ("Number", number.ToLowerInvariant())
        );

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, make.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, found.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
    }

    private static async Task<(Signer Signer, HttpClient Hr)> SetUpAsync(TestPortal portal)
    {
        var agency = await portal.AgencyAsync();
        await portal.KeepPublishedAsync();
        var programme = await portal.OnboardingAsync(agency);
        var member = await portal.PersonAsync(agency);
        var signer = new Signer(member, await portal.AssignmentAsync(member, programme));
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        return (signer, await portal.SignedInAsync(hr.AccountId));
    }

    private static async Task<string> MakeFormAsync(HttpClient hr, Signer signer)
    {
        var address = $"/assisted/paper/{signer.Assignment.Id}";
        using var made = await hr.SubmitAsync(await hr.PageAsync(address), address);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return made.Headers.Location!.ToString();
    }

    private static async Task<HttpResponseMessage> HandInAsync(
        TestPortal portal,
        HttpClient hr,
        string form,
        byte[]? scan,
        int daysFromToday = 0,
        AngleSharp.Dom.IDocument? page = null
    )
    {
        var address = $"{form}/record";
        var today = portal.Clock.GetUtcNow().NewZealandDate();
        using var fields = page is null
            ? (await hr.PageAsync(address)).MultipartOf()
            : page.MultipartOf("header form");
        fields.Add(new StringContent(today.AddDays(daysFromToday).ForField()), "SignedOn");
        fields.Add(new StringContent("Hemi Walker"), "Witness");
        fields.Add(new StringContent("true"), "Looked");
        if (scan is not null)
        {
            fields.Add(new ByteArrayContent(scan), "Scan", "scan.pdf");
        }

        return await hr.PostAsync(address, fields);
    }
}

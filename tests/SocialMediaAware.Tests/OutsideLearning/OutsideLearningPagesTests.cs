using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.EvidenceFiles;

namespace SocialMediaAware.Tests.OutsideLearning;

/// <summary>HR enters what people learnt elsewhere, with a file, and takes it back.</summary>
public sealed class OutsideLearningPagesTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes(
        "%PDF-1.7\nthe certificate\n%%EOF"
    );

    [Fact]
    public async Task Add_WhenFilledInWithAFile_KeepsItAndHandsTheFileOutAsADownload()
    {
        await using var portal = await TestPortal.StartAsync();
        var (hr, member, client) = await SetUpAsync(portal);

        using var entered = await PostAsync(client, member.Email, Pdf, "certificate.pdf");

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        var file = await portal.WithDatabaseAsync(d => d.EvidenceFiles.SingleAsync());
        using var download = await client.GetAsync($"/outside-learning/files/{file.Id}");
        Assert.Equal(Pdf, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());
        var seen = await portal.AuditAsync(AuditActions.PeopleViewed);
        Assert.Contains(seen, entry => entry.Subject == $"/outside-learning/files/{file.Id}");
        var list = await client.PageAsync("/outside-learning");
        Assert.Contains(member.Name, list.Body!.TextContent);
        Assert.Contains(
            await portal.AuditAsync(AuditActions.OutsideLearningEntered),
            entry => entry.AccountId == hr.AccountId
        );
    }

    [Theory]
    [InlineData("", "#who")]
    [InlineData("nobody@agency.example", "#who")]
    [InlineData(null, "#completedon")]
    public async Task Add_WhenSomethingIsWrong_SaysWhereAndKeepsWhatWasTyped(
        string? who,
        string place
    )
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, member, client) = await SetUpAsync(portal);
        var tomorrow = portal.Clock.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd");

        using var refused = await PostAsync(
            client,
            who ?? member.Email,
            null,
            "",
            who is null ? tomorrow : "2026-01-05"
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.PageAsync();
        Assert.NotNull(page.QuerySelector($".govuk-error-summary a[href='{place}']"));
        Assert.Equal("Integrity online", ((IHtmlInputElement)page.QuerySelector("#course")!).Value);
        Assert.Equal("Seen on paper", page.QuerySelector("#seen")!.TextContent);
        Assert.True(page.QuerySelectorAll("#modules input[checked]").Length == 1);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>", 0)] // a page renamed .pdf
    [InlineData("", 0)] // nothing in it
    [InlineData("%PDF-1.7", 11 * 1024 * 1024)] // 11 MB
    public async Task Add_WhenTheFileIsNotOne_IsRefused(string beginning, int size)
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, member, client) = await SetUpAsync(portal);
        var bytes = Encoding.ASCII.GetBytes(beginning);
        Array.Resize(ref bytes, Math.Max(size, bytes.Length));

        using var refused = await PostAsync(client, member.Email, bytes, "certificate.pdf");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.PageAsync();
        Assert.NotNull(page.QuerySelector(".govuk-error-summary a[href='#evidence']"));
        Assert.Equal(0, await portal.WithDatabaseAsync(d => d.OutsideCompletions.CountAsync()));
    }

    [Fact]
    public async Task Completion_WhenTakenBack_CountsNoMoreAndStaysWithItsReason()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, member, client) = await SetUpAsync(portal);
        var completion = await portal.CompletedElsewhereAsync(await portal.AgencyAsync(), member);
        var address = $"/outside-learning/{completion.Id}";

        var page = await client.PageAsync(address);
        using var without = await client.SubmitAsync(page, address);
        using var taken = await client.SubmitAsync(
            page,
            address,
            fields: [("Reason", "It was somebody else’s certificate")]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains(
            "somebody else’s certificate",
            (await client.PageAsync(address)).Body!.TextContent
        );
        Assert.NotNull(
            (await portal.WithDatabaseAsync(d => d.OutsideCompletions.SingleAsync())).TakenBackAt
        );
    }

    [Fact]
    public async Task Programmes_WhenAModuleIsTickedAndUnticked_AcceptAndNoLongerAccept()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, _, client) = await SetUpAsync(portal);
        var programme = await portal.OnboardingAsync(await portal.AgencyAsync());
        var elsewhere = await portal.OnboardingAsync(await portal.AgencyAsync("stats-nz"));
        const string address = "/outside-learning/programmes";
        var module = GivenOutsideLearning.Module;

        using var on = await client.SubmitAsync(
            await client.PageAsync(address),
            address,
            fields:
            [
                ("Accepted", $"{programme.Id}/{module}"),
                ("Accepted", $"{elsewhere.Id}/{module}"),
            ]
        );
        var accepted = await portal.WithDatabaseAsync(d =>
            d.OutsideAcceptances.Select(each => each.ProgrammeId).ToListAsync()
        );
        using var off = await client.SubmitAsync(await client.PageAsync(address), address);

        Assert.Equal([programme.Id], accepted);
        Assert.Equal(0, await portal.WithDatabaseAsync(d => d.OutsideAcceptances.CountAsync()));
        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        Assert.Equal(2, (await portal.AuditAsync(AuditActions.OutsideLearningEntered)).Count);
    }

    [Fact]
    public async Task Completion_WhenItIsAnotherAgencys_IsNotThere()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, _, client) = await SetUpAsync(portal);
        var other = await portal.AgencyAsync("stats-nz");
        var stranger = await portal.PersonAsync(other, "Stranger There");
        var completion = await portal.CompletedElsewhereAsync(other, stranger);
        var file = EvidenceFile.Take(
            other.Id,
            stranger.PersonId,
            EvidenceFileKind.Pdf,
            Pdf,
            Guid.NewGuid(),
            portal.Clock.GetUtcNow()
        );
        await portal.WithDatabaseAsync(async d =>
        {
            d.Add(file);
            await d.SaveChangesAsync();
        });

        using var page = await client.GetAsync($"/outside-learning/{completion.Id}");
        using var download = await client.GetAsync($"/outside-learning/files/{file.Id}");
        using var entered = await PostAsync(client, stranger.Email, null, "");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, download.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, entered.StatusCode);
    }

    private static async Task<(CastMember Hr, CastMember Member, HttpClient Client)> SetUpAsync(
        TestPortal portal
    )
    {
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        var member = await portal.PersonAsync(agency);
        return (hr, member, await portal.SignedInAsync(hr.AccountId));
    }

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client,
        string who,
        byte[]? file,
        string fileName,
        string completedOn = "2026-01-05"
    )
    {
        const string address = "/outside-learning/add";
        var page = await client.PageAsync(address);
        using var form = page.MultipartOf();
        form.Add(new StringContent(who), "Who");
        form.Add(new StringContent("Integrity online"), "Course");
        form.Add(new StringContent("The Commission"), "Provider");
        form.Add(new StringContent(completedOn), "CompletedOn");
        form.Add(new StringContent($"{GivenOutsideLearning.Module}@2"), "Modules");
        form.Add(new StringContent("Seen on paper"), "Seen");
        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "Evidence", fileName);
        }

        return await client.PostAsync(address, form);
    }
}

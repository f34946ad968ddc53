using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.MyData;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.MyData;

public sealed class CorrectionTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private HttpClient person = null!;
    private HttpClient hr = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync();
        person = await portal.SignedInAsync(
            (await portal.PersonAsync(agency, "Aroha Pātea")).AccountId
        );
        hr = await portal.SignedInAsync(
            (await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources)).AccountId
        );
    }

    public async Task DisposeAsync()
    {
        person.Dispose();
        hr.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Request_WhenNotCorrected_IsAnsweredSeenAndTakesAStatement()
    {
        await AskAsync();
        var list = await hr.PageAsync("/people/corrections");
        Assert.Contains("One waits for an answer", list.QuerySelector("main")!.TextContent);
        var link = list.QuerySelector(".sma-row a")!;
        Assert.Contains("Aroha Pātea: Names", link.TextContent);
        var address = link.GetAttribute("href")!;
        using var empty = await hr.SubmitAsync(
            await hr.PageAsync(address),
            address,
            "main form",
            ("Outcome", "Perhaps"),
            ("Answer", "As typed")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal("As typed", (await empty.PageAsync()).QuerySelector("#answer")!.TextContent);
        using var answered = await AnswerAsync(address, "NotCorrected", "Payroll has it so.");
        Assert.Equal("/people/corrections", answered.Headers.Location!.OriginalString);

        Assert.Contains("was answered", (await person.PageAsync("/")).Body!.TextContent);
        var own = (await person.PageAsync("/my-data"))
            .QuerySelector(".sma-row a")!
            .GetAttribute("href")!;
        var page = await person.PageAsync(own);
        Assert.Contains("Payroll has it so.", page.Body!.TextContent);
        Assert.DoesNotContain("was answered", (await person.PageAsync("/")).Body!.TextContent);
        using var stated = await person.SubmitAsync(
            page,
            own,
            "main form",
            ("Statement", "My name has a macron.")
        );
        var mail = Assert.Single(await portal.MailsAsync());
        Assert.Equal("correction-answered", mail.Template);
        Assert.Contains(own, mail.Html);
        Assert.DoesNotContain("Payroll", mail.Subject + mail.Text + mail.Html);
        using var again = await person.SubmitAsync(page, own, "main form", ("Statement", "Other."));
        Assert.Equal(HttpStatusCode.Redirect, stated.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains(
            "My name has a macron.",
            (await hr.PageAsync(address)).QuerySelector("main")!.TextContent
        );
        Assert.Contains(
            "with a statement",
            (await hr.PageAsync("/people/corrections")).Body!.TextContent
        );
    }

    [Fact]
    public async Task Request_WhenTwoAnswer_CountsTheFirstAndShowsItToTheSecond()
    {
        await AskAsync();
        var address = await AddressAsync();
        var form = await hr.PageAsync(address);
        using var first = await AnswerAsync(address, "Corrected", "Done.");
        using var second = await hr.SubmitAsync(
            form,
            address,
            "main form",
            ("Outcome", "NotCorrected"),
            ("Answer", "No.")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        var words = (await second.PageAsync()).QuerySelector("main")!.TextContent;
        Assert.Contains("Somebody else answered", words);
        Assert.Contains("Done.", words);
    }

    [Fact]
    public async Task Request_WhenTheFormIsSentTwice_IsOne()
    {
        var form = await person.PageAsync("/my-data/correction");
        foreach (var _ in new[] { 1, 2 })
        {
            using var answer = await person.SubmitAsync(
                form,
                "/my-data/correction",
                "main form",
                ("Text", "Twice")
            );
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Equal(
            1,
            await portal.WithDatabaseAsync(database => database.CorrectionRequests.CountAsync())
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Request_WithoutWords_AsksForThem(string? text)
    {
        using var answer = await person.SubmitAsync(
            await person.PageAsync("/my-data/correction"),
            "/my-data/correction",
            "main form",
            ("Part", "leave"),
            ("Text", text)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Contains("Say what is wrong", page.QuerySelector("#text-error")!.TextContent);
        Assert.NotNull(page.QuerySelector("option[value=leave][selected]"));
    }

    [Fact]
    public async Task Request_OfSomebodyElseOrAnotherAgency_IsNotFound()
    {
        await AskAsync();
        var address = await AddressAsync();
        var other = await portal.AgencyAsync("stats-nz");
        var stranger = await portal.PersonWithRoleAsync(other, PortalRole.HumanResources);
        using var elsewhere = await portal.SignedInAsync(stranger.AccountId);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(address)).StatusCode);
        Assert.DoesNotContain("Aroha", await elsewhere.GetStringAsync("/people/corrections"));
        var own = address.Replace("/people/", "/my-data/", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await hr.GetAsync(own)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Request_OfSomebodyWhoHasLeft_GoesToTheAgencyWhereTheyWere()
    {
        var gone = await portal.PersonAsync(agency, "Gina Gone");
        await portal.WithDatabaseAsync(async database =>
        {
            var placement = await database.Placements.SingleAsync(one =>
                one.PersonId == gone.PersonId
            );
            var now = portal.Clock.GetUtcNow();
            var change = PeopleChange.Record(
                agency.Id,
                PeopleChangeKind.Left,
                gone.PersonId,
                null,
                "Left",
                now
            );
            database.AddRange(change, placement.EndOn(portal.Clock.Today().AddDays(-1), change)!);
            await database.SaveChangesAsync();
        });
        using var browser = await portal.SignedInAsync(gone.AccountId);
        using var answer = await browser.SubmitAsync(
            await browser.PageAsync("/my-data/correction"),
            "/my-data/correction",
            "main form",
            ("Text", "I left a day later.")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("Gina Gone", (await hr.PageAsync("/people/corrections")).Body!.TextContent);
    }

    [Fact]
    public void Statement_IsForWhatWasNotCorrected()
    {
        var now = portal.Clock.GetUtcNow();
        var request = CorrectionRequest.Ask(
            Guid.NewGuid(),
            agency.Id,
            Guid.NewGuid(),
            "",
            "Text",
            now
        );
        Assert.Throws<InvalidOperationException>(() => request.Attach("Statement", now));
        request.AnswerWith(CorrectionOutcome.Corrected, "Done", Guid.NewGuid(), now);
        Assert.Throws<InvalidOperationException>(() => request.Attach("Statement", now));
        Assert.Throws<InvalidOperationException>(() =>
            request.AnswerWith(CorrectionOutcome.NotCorrected, "No", Guid.NewGuid(), now)
        );
    }

    private async Task AskAsync()
    {
        using var answer = await person.SubmitAsync(
            await person.PageAsync("/my-data/correction?part=names"),
            "/my-data/correction",
            "main form",
            ("Part", "names"),
            ("Text", "My name has a macron.")
        );
        Assert.Equal("/my-data", answer.Headers.Location!.OriginalString);
    }

    private async Task<string> AddressAsync() =>
        (await hr.PageAsync("/people/corrections"))
            .QuerySelector(".sma-row a")!
            .GetAttribute("href")!;

    private async Task<HttpResponseMessage> AnswerAsync(
        string address,
        string outcome,
        string answer
    ) =>
        await hr.SubmitAsync(
            await hr.PageAsync(address),
            address,
            "main form",
            ("Outcome", outcome),
            ("Answer", answer)
        );
}

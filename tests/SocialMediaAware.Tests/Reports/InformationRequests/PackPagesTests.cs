using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Reports.InformationRequests;

namespace SocialMediaAware.Tests.Reports.InformationRequests;

public sealed class PackPagesTests
{
    private static readonly string[] Steps = ["", "/figures", "/comparison", "/release"];

    [Fact]
    public async Task Pages_ForOthersAuditorsAndOtherAgencies_AnswerAsTheyMay()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.YearlyAsync(agency);
        await portal.RoundAsync(programme, await portal.UnitAsync(agency, "Finance"), 9, 7);
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor);
        var other = await portal.PersonWithRoleAsync(
            await portal.AgencyAsync("msd"),
            PortalRole.HumanResources
        );
        using var client = await portal.SignedInAsync(hr.AccountId);
        using var auditing = await portal.SignedInAsync(auditor.AccountId);
        using var outside = await portal.SignedInAsync(other.AccountId);
        var pack = await client.DrawUpAsync();
        var figures = await client.PageAsync($"{pack}/figures");
        var figure = figures.QuerySelector("tbody td a")!.GetAttribute("href")!;

        foreach (var address in Steps.Select(step => pack + step).Append(figure))
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, address));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(auditing, address));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(outside, address));
        }

        // Not released yet.
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, $"{pack}/download"));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await StatusAsync(auditing, $"{PackGiven.List}/new")
        );
        Assert.Null(
            (await auditing.PageAsync($"{pack}/figures")).QuerySelector("main form[method=post]")
        );
        Assert.Null((await auditing.PageAsync(PackGiven.List)).QuerySelector($"a[href$='/new']"));
        Assert.DoesNotContain(
            "OIA-2026-014",
            (await outside.PageAsync(PackGiven.List)).Body!.TextContent,
            StringComparison.Ordinal
        );
        foreach (var step in new[] { "/figures", "/release" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(auditing, pack + step));
            Assert.Equal(HttpStatusCode.NotFound, await PostAsync(outside, pack + step));
        }

        Assert.Empty(await portal.AuditAsync(AuditActions.InformationPackDecided));
        foreach (
            var wrong in new[]
            {
                "/figures?table=nothing",
                "/figure?table=x&key=y",
                "/comparison?with=z",
            }
        )
        {
            var expected = wrong.Contains("with=", StringComparison.Ordinal)
                ? HttpStatusCode.OK
                : HttpStatusCode.NotFound;
            Assert.Equal(expected, await StatusAsync(client, pack + wrong));
        }

        Assert.Equal(
            HttpStatusCode.NotFound,
            await StatusAsync(client, $"{PackGiven.List}/{Guid.NewGuid()}")
        );
    }

    [Theory]
    [InlineData("Reference", "", "Write your reference for the request")]
    [InlineData("Asked", "", "Write in a sentence what was asked")]
    [InlineData("From", "", "Enter the first day of the period")]
    [InlineData("From", "2026-11-17", "The first day cannot lie ahead")]
    [InlineData("Until", "2026-10-31", "The last day cannot come before the first")]
    [InlineData("Until", "2028-01-01", "The last day can lie a year ahead at most")]
    [InlineData("Questions", "Nothing", "Tick at least one question")]
    [InlineData("Agency", "00000000-0000-0000-0000-000000000001", "Choose the agency")]
    public void Form_WithSomethingWrong_SaysWhat(string field, string value, string says)
    {
        var form = new AskingForm
        {
            Reference = "OIA-1",
            Asked = "What?",
            From = "2026-11-01",
            Until = "2026-11-30",
            Questions = ["Training"],
        };
        object? sent = field switch
        {
            "Questions" => new[] { value },
            "Agency" => Guid.Parse(value),
            _ => value,
        };
        typeof(AskingForm).GetProperty(field)!.SetValue(form, sent);
        var errors = new Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary();

        var read = form.Read(
            [Guid.NewGuid()],
            new DateOnly(2026, 11, 16),
            errors,
            PackTexts.Localizer
        );

        Assert.Null(read);
        Assert.Equal(says, Assert.Single(errors[field]!.Errors).ErrorMessage);
    }

    [Fact]
    public async Task Form_WithSomethingWrong_KeepsWhatWasTyped()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var client = await portal.SignedInAsync(hr.AccountId);
        var address = $"{PackGiven.List}/new";

        using var answer = await client.SubmitAsync(
            await client.PageAsync(address),
            address,
            "main form",
            ("Reference", "OIA-77"),
            ("Asked", ""),
            ("From", "2026-11-01"),
            ("Until", "2026-11-30"),
            ("Questions", "Rules")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.NotNull(page.QuerySelector(".govuk-error-summary a[href='#asked']"));
        Assert.Equal("OIA-77", page.QuerySelector("#reference")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#questions-Rules[checked]"));
        Assert.Null(page.QuerySelector("#questions-Training[checked]"));
    }

    [Fact]
    public async Task Figure_WhenShownAgainstTheSuggestion_IsToldAndNeedsAReasonAtTheRelease()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.YearlyAsync(agency);
        await portal.RoundAsync(programme, await portal.UnitAsync(agency, "Finance"), 20, 17);
        await portal.RoundAsync(programme, await portal.UnitAsync(agency, "Customer"), 30, 10);
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var client = await portal.SignedInAsync(hr.AccountId);
        var pack = await client.DrawUpAsync();
        await client.AcceptAllAsync(pack);
        var stale = await client.PageAsync(await FigureAsync(client, pack));
        using (var shown = await DecideAsync(client, stale, pack, "show"))
        {
            Assert.Equal(HttpStatusCode.Redirect, shown.StatusCode);
        }

        var figures = await client.PageAsync($"{pack}/figures");
        Assert.Contains(
            "Finance",
            figures.QuerySelector("[aria-labelledby=workable-title]")!.TextContent,
            StringComparison.Ordinal
        );
        using (var refused = await client.ReleaseAsync(pack))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.NotNull(
                (await refused.PageAsync()).QuerySelector(".govuk-error-summary a[href='#reason']")
            );
        }

        // The form was filled in before: somebody of HR in another tab decided meanwhile.
        using (var late = await DecideAsync(client, stale, pack, "withhold"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
            Assert.Contains(
                "This figure now stands as “shown”",
                (await late.PageAsync()).Body!.TextContent,
                StringComparison.Ordinal
            );
        }

        using (var released = await client.ReleaseAsync(pack, "They agreed to it in writing."))
        {
            Assert.Equal(pack, released.Headers.Location?.OriginalString);
        }

        using (var after = await DecideAsync(client, stale, pack, "withhold"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, after.StatusCode);
        }

        Assert.Contains(
            "They agreed to it in writing.",
            (await client.PageAsync(pack)).Body!.TextContent,
            StringComparison.Ordinal
        );
        var kept = await portal.WithDatabaseAsync(database => database.ReleasedPacks.SingleAsync());
        Assert.Equal(1, kept.Number);
    }

    [Fact]
    public async Task Figure_WithAnotherGroundAndNoWords_AsksForThem()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.YearlyAsync(agency);
        await portal.RoundAsync(programme, await portal.UnitAsync(agency, "Finance"), 20, 17);
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var client = await portal.SignedInAsync(hr.AccountId);
        var pack = await client.DrawUpAsync();
        var page = await client.PageAsync(await FigureAsync(client, pack));

        using var missing = await DecideAsync(client, page, pack, "withhold", "Other");
        using var nothing = await DecideAsync(client, page, pack, null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        Assert.NotNull(
            (await missing.PageAsync()).QuerySelector(".govuk-error-summary a[href='#groundwords']")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
    }

    // The first small figure of the units' table.
    private static async Task<string> FigureAsync(HttpClient client, string pack)
    {
        var page = await client.PageAsync($"{pack}/figures");
        return page.QuerySelectorAll("tbody td")
            .First(cell =>
                cell.QuerySelector(".govuk-tag") is not null
                && cell.QuerySelector("a")!.FirstChild!.TextContent == "3"
            )
            .QuerySelector("a")!
            .GetAttribute("href")!;
    }

    private static Task<HttpResponseMessage> DecideAsync(
        HttpClient client,
        AngleSharp.Dom.IDocument page,
        string pack,
        string? choice,
        string ground = "Privacy"
    ) =>
        client.SubmitAsync(
            page,
            $"{pack}/figure",
            "main form[method=post]",
            ("Choice", choice),
            ("Ground", ground),
            ("GroundWords", "")
        );

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string address)
    {
        // The sign-in page is open to all: its token is the one that this browser's forms carry.
        var token = (await client.PageAsync("/accounts/sign-in"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var answer = await client.PostAsync(
            address,
            new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)])
        );
        return answer.StatusCode;
    }
}

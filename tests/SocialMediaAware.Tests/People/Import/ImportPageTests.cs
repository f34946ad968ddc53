using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;
using static SocialMediaAware.Tests.People.Import.ImportGiven;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>The pages of imports, as HR walks them.</summary>
public sealed class ImportPageTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private HttpClient hr = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync();
        await portal.UnitAsync(agency, "Customer");
        var member = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        hr = await portal.SignedInAsync(member.AccountId);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Import_FromFileToDone_IsTwoSteps()
    {
        using var sent = await SendAsync(Encoding.UTF8.GetBytes(Header + Lines(1, 3)));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var address = sent.Headers.Location!.ToString();
        var page = await hr.PageAsync(address);
        Assert.Equal(3, page.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("Person 2", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await portal.HereAsync(agency));
        using var applied = await hr.SubmitAsync(page, address, "main form[method=post]");
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        Assert.Equal(3, (await portal.HereAsync(agency)).Count);
        var done = await hr.PageAsync(address);
        Assert.NotNull(done.QuerySelector(".govuk-notification-banner--success"));
        Assert.Null(done.QuerySelector("main form[method=post]"));
        var list = await hr.PageAsync("/people/import");
        Assert.NotNull(list.QuerySelector($"a[href='{address}']"));
    }

    [Fact]
    public async Task Import_ThatEndsMany_AsksForTheNumber()
    {
        await portal.ApplyAsync(await portal.TakeAsync(agency, Header + Lines(1, 20)));
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        using var sent = await SendAsync(Encoding.UTF8.GetBytes(Header + Lines(1, 4)));
        var address = sent.Headers.Location!.ToString();
        var page = await hr.PageAsync(address);
        using var wrong = await hr.SubmitAsync(
            page,
            address,
            "main form[method=post]",
            ("Ending", "15")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var answer = await wrong.PageAsync();
        Assert.Equal(
            "#ending",
            answer.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")
        );
        Assert.Equal("15", answer.QuerySelector("#ending")!.GetAttribute("value"));
        using var right = await hr.SubmitAsync(
            answer,
            address,
            "main form[method=post]",
            ("Ending", "16")
        );
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(4, (await portal.HereAsync(agency)).Count);
    }

    [Fact]
    public async Task File_ThatIsWrong_IsToldByLineAndColumn()
    {
        using var sent = await SendAsync(
            Encoding.UTF8.GetBytes(Header + "1,Mere,Atlantis,,kings,x\n")
        );
        var page = await hr.PageAsync(sent.Headers.Location!.ToString());
        var rows = page.QuerySelectorAll("main tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Contains("Line 2", row, StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("“kings”", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("main form[method=post]"));
    }

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, "picture")]
    [InlineData(new byte[] { 0x61, 0x2C, 0x62, 0x0A }, "columns are missing")]
    [InlineData(new byte[0], "Choose a file")]
    public async Task File_ThatIsNoTableOfPeople_IsRefusedOnTheForm(byte[] file, string words)
    {
        using var sent = await SendAsync(file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        var page = await sent.PageAsync();
        var link = page.QuerySelector(".govuk-error-summary a")!;
        Assert.Equal("#file", link.GetAttribute("href"));
        Assert.Contains(words, link.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutAFeedOrAFile_SaysSo()
    {
        var page = await hr.PageAsync("/people/import");
        using var sent = await hr.SubmitAsync(page, "/people/import", "main form", ("Feed", "§"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Equal(2, (await sent.PageAsync()).QuerySelectorAll(".govuk-error-summary a").Length);
    }

    [Fact]
    public async Task File_ThatIsFarTooLarge_IsTurnedAwayBeforeItIsRead()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/people/import")
        {
            Content = new ByteArrayContent(new byte[TableLimits.FileBytes + 100_000]),
        };
        using var sent = await hr.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var page = await hr.PageAsync(sent.Headers.Location!.ToString());
        Assert.Contains(
            "larger than 50 MB",
            page.QuerySelector(".govuk-error-summary")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Conflict_WhenHrSaysWhoItIs_IsSettled()
    {
        await portal.PersonAsync(agency, "Kiri Pōtae");
        using var sent = await SendAsync(
            Encoding.UTF8.GetBytes("employee_number,name,unit\n7,Kiri Potae,Customer\n")
        );
        var address = sent.Headers.Location!.ToString();
        var page = await hr.PageAsync(address);
        Assert.Equal(2, page.QuerySelectorAll("main form[method=post]").Length);
        using var decided = await hr.SubmitAsync(page, address, "main form[method=post]");
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        page = await hr.PageAsync(address);
        using var late = await hr.PostAsync(
            $"{address}/who",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["EmployeeNumber"] = "7",
                    ["PersonId"] = Guid.NewGuid().ToString(),
                    ["__RequestVerificationToken"] = page.QuerySelector(
                                "input[name=__RequestVerificationToken]"
                            )!
                        .GetAttribute("value")!,
                }
            )
        );
        var told = await hr.PageAsync(late.Headers.Location!.ToString());
        Assert.NotNull(told.QuerySelector(".govuk-error-summary"));
        using var applied = await hr.SubmitAsync(
            page,
            address,
            "main form[action$='" + address + "'][method=post]"
        );
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
    }

    [Fact]
    public async Task Import_OfAnotherAgency_IsNotThere()
    {
        var other = await portal.AgencyAsync("stats-nz");
        var run = await portal.TakeAsync(other, "employee_number,name,unit\n1,Mere,Stats NZ\n");
        using var answer = await hr.GetAsync($"/people/import/{run.Id}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var list = await hr.PageAsync("/people/import");
        Assert.DoesNotContain("staff.csv", list.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] file)
    {
        var page = await hr.PageAsync("/people/import");
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(
                    page.QuerySelector("main form input[name=__RequestVerificationToken]")!
                        .GetAttribute("value")!
                ),
                "__RequestVerificationToken"
            },
            { new StringContent("payroll"), "Feed" },
            { new ByteArrayContent(file), "File", "staff.csv" },
        };
        return await hr.PostAsync("/people/import", form);
    }
}

using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.OutsideLearning;

namespace SocialMediaAware.Tests.OutsideLearning;

/// <summary>A list of completions is shown first, and kept all at once or not at all.</summary>
public sealed class CompletionImportTests
{
    private const string Address = "/outside-learning/import";

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task List_WhenRightAndSentTwice_IsEnteredOnce(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Provider = provider }
        );
        var (member, client) = await SetUpAsync(portal);
        var list =
            $"\uFEFFWho;Course;Completed on;Note\r\n{member.Email.ToUpperInvariant()};\"Integrity; online\";3/03/2026;Seen\r\n\r\n";

        using var shown = await SendAsync(client, list);
        var preview = await shown.PageAsync();
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("Integrity; online", preview.Body!.TextContent);
        Assert.Equal(0, await portal.WithDatabaseAsync(d => d.OutsideCompletions.CountAsync()));
        using var applied = await client.SubmitAsync(preview, Address, "#apply-list");
        using var again = await SendAsync(client, list);
        using var appliedAgain = await client.SubmitAsync(
            await again.PageAsync(),
            Address,
            "#apply-list"
        );

        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, appliedAgain.StatusCode);
        var entered = await portal.WithDatabaseAsync(d =>
            d.OutsideCompletions.Include(c => c.Modules).SingleAsync()
        );
        Assert.Equal(new DateOnly(2026, 3, 3), entered.CompletedOn);
        Assert.Equal(member.PersonId, entered.PersonId);
        Assert.Equal(2, entered.Modules.Single().Major);
    }

    [Fact]
    public async Task List_WhenOneLineIsWrong_IsKeptOutAndSaysWhichLineAndWhy()
    {
        await using var portal = await TestPortal.StartAsync();
        var (member, client) = await SetUpAsync(portal);

        using var refused = await SendAsync(
            client,
            "who,course,completed on,note\n"
                + $"{member.Email},Integrity online,2026-03-03,Seen\n"
                + "nobody,Integrity online,2026-03-03,Seen\n"
                + $"{member.Email},Integrity online,31/02/2026,Seen\n"
                + $"{member.Email},Integrity online,2026-03-03,\n"
                + $"{member.Email},Integrity online,2026-03-03,Seen again\n"
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.PageAsync();
        var problems = page.QuerySelectorAll(".govuk-error-summary a")
            .Select(link => link.TextContent)
            .ToList();
        Assert.Equal(4, problems.Count);
        Assert.StartsWith("Line 3, who", problems[0]);
        Assert.StartsWith("Line 4, completed on: “31/02/2026”", problems[1]);
        Assert.StartsWith("Line 5, note", problems[2]);
        Assert.StartsWith("Line 6: the same", problems[3]);
        Assert.Equal("The Commission", page.QuerySelector("#provider")!.GetAttribute("value"));
        Assert.Equal(0, await portal.WithDatabaseAsync(d => d.OutsideCompletions.CountAsync()));
    }

    [Theory]
    [InlineData("who,course\nx,y\n", "“completed on”")]
    [InlineData("who,course,completed on,note\n", "no lines")]
    [InlineData("PK\u0003\u0004\0\0", "not a text file")]
    [InlineData("", "Choose a CSV file")]
    public async Task List_WhenItIsNone_IsRefused(string text, string says)
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, client) = await SetUpAsync(portal);

        using var refused = await SendAsync(client, text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(
            says,
            (await refused.PageAsync()).QuerySelector(".govuk-error-summary")!.TextContent
        );
    }

    [Fact]
    public void Lines_WhenCellsAreQuoted_KeepTheirBreaksQuotesAndNumbers()
    {
        var lines = CompletionLines.Read("a,b\r\n\"x\ny\",\"say \"\"hello\"\"\"\r\n,\r\nlast,");

        Assert.Equal([1, 2, 5], lines.Select(line => line.Number));
        Assert.Equal(["x\ny", "say \"hello\""], lines[1].Cells);
        Assert.Equal(["last", ""], lines[2].Cells);
    }

    private static async Task<(CastMember Member, HttpClient Client)> SetUpAsync(TestPortal portal)
    {
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        return (await portal.PersonAsync(agency), await portal.SignedInAsync(hr.AccountId));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string text)
    {
        using var form = (await client.PageAsync(Address)).MultipartOf();
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "List", "list.csv");
        form.Add(new StringContent("The Commission"), "Provider");
        form.Add(new StringContent($"{GivenOutsideLearning.Module}@2"), "Modules");
        return await client.PostAsync(Address, form);
    }
}

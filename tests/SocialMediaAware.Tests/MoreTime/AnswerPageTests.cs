using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.People.Relief;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.MoreTime;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.MoreTime;

/// <summary>Leaders and HR answer requests for more time.</summary>
public sealed partial class AnswerPageTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private CastMember leader = null!;
    private CastMember person = null!;
    private Assignment assignment = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync();
        leader = await portal.PersonAsync(agency, "Ana Rangi");
        (person, assignment) = await portal.OwingAsync(agency, ledBy: leader);
        browser = await portal.SignedInAsync(leader.AccountId);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Leader_WhenTimeIsGiven_MovesTheDueDateAtOnceAndThePersonSeesIt()
    {
        var asked = await portal.AskedAsync(assignment);
        var address = $"/team/more-time/{asked.Id}";
        Assert.Contains("One person asks for more time", await MainAsync(browser, "/team"));
        Assert.Contains("Mere Tāmihana", await MainAsync(browser, "/team/more-time"));
        var page = await browser.PageAsync(address);
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Monday 30 November 2026", words);
        Assert.Contains("Friday 11 December 2026", words);
        Assert.Contains("I am at the Whangārei site.", words);

        using var answer = await AnswerAsync(browser, page, address, "true", "2026-12-12", "");
        using var again = await AnswerAsync(browser, page, address, "true", "2026-12-12", "");

        Assert.Equal("/team/more-time", answer.Headers.Location!.OriginalString);
        Assert.Equal("/team/more-time", again.Headers.Location!.OriginalString);
        Assert.Single(await portal.MailsAsync());
        // The Saturday is no working day.
        Assert.Equal(
            new DateOnly(2026, 12, 11),
            (await portal.AssignmentNowAsync(assignment.Id)).DueOn
        );
        var extension = Assert.Single(await ExtensionsAsync());
        Assert.Equal(
            (person.PersonId, assignment.ProgrammeId, new DateOnly(2026, 12, 12)),
            (extension.PersonId!.Value, extension.ProgrammeId!.Value, extension.DueOn)
        );
        using var own = await portal.SignedInAsync(person.AccountId);
        Assert.Contains("You have an answer about more time", await MainAsync(own, "/"));
        Assert.Contains(
            "You have time until Saturday 12 December 2026",
            await MainAsync(own, $"/more-time/{assignment.Id}")
        );
        Assert.DoesNotContain("You have an answer about more time", await MainAsync(own, "/"));
        Assert.Contains("Nobody waits", await MainAsync(browser, "/team/more-time"));
    }

    [Fact]
    public async Task Leader_WhenNoTimeIsGiven_SaysWhyAndNothingMoves()
    {
        var asked = await portal.AskedAsync(assignment);
        var address = $"/team/more-time/{asked.Id}";
        var page = await browser.PageAsync(address);
        using var silent = await AnswerAsync(browser, page, address, "false", "2026-12-11", " ");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.NotNull((await silent.PageAsync()).QuerySelector("#answer-error"));
        using var answer = await AnswerAsync(
            browser,
            page,
            address,
            "false",
            "",
            "You have an hour on Friday."
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var mail = Assert.Single(await portal.MailsAsync());
        Assert.Equal((person.PersonId, "extension-answered"), (mail.PersonId, mail.Template));
        Assert.DoesNotContain("hour", mail.Subject + mail.Text + mail.Html);
        Assert.DoesNotContain("Whangārei", mail.Subject + mail.Text + mail.Html);
        Assert.Contains($"/more-time/{assignment.Id}", mail.Text);
        Assert.Equal(assignment.DueOn, (await portal.AssignmentNowAsync(assignment.Id)).DueOn);
        Assert.Empty(await ExtensionsAsync());
        using var own = await portal.SignedInAsync(person.AccountId);
        Assert.Contains(
            "You have an hour on Friday.",
            await MainAsync(own, $"/more-time/{assignment.Id}")
        );
    }

    [Theory]
    [InlineData(null, "2026-12-11", "give")]
    [InlineData("true", "", "until")]
    [InlineData("true", "2026-11-30", "until")]
    [InlineData("true", "2027-01-16", "until")]
    public async Task Form_WhenItIsNotRight_SaysSoAndAnswersNothing(
        string? give,
        string until,
        string field
    )
    {
        var asked = await portal.AskedAsync(assignment);
        var address = $"/team/more-time/{asked.Id}";
        using var answer = await AnswerAsync(
            browser,
            await browser.PageAsync(address),
            address,
            give,
            until,
            "Some words."
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.NotNull(page.QuerySelector($"#{field}-error"));
        Assert.Equal("Some words.", page.QuerySelector("#answer")!.TextContent);
        Assert.True(Assert.Single(await portal.RequestsOfAsync(person)).Waits);
    }

    [Fact]
    public async Task HumanResources_WhenTheyAnswerAfterTheLeader_AreToldAndChangeNothing()
    {
        var asked = await portal.AskedAsync(assignment);
        using var hr = await portal.HumanResourcesAsync(agency);
        var address = $"/people/more-time/{asked.Id}";
        Assert.Contains("One person asks for more time", await MainAsync(hr, "/people"));
        var page = await hr.PageAsync(address);
        using var first = await AnswerAsync(
            browser,
            await browser.PageAsync($"/team/more-time/{asked.Id}"),
            "",
            "true",
            "2026-12-04",
            ""
        );
        using var second = await AnswerAsync(hr, page, address, "true", "2026-12-18", "");
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        var told = await second.PageAsync();
        Assert.Contains(
            "Somebody else has answered Mere Tāmihana already",
            told.QuerySelector(".govuk-error-summary")!.TextContent
        );
        Assert.Null(told.QuerySelector("main form"));
        Assert.Equal(
            new DateOnly(2026, 12, 4),
            (await portal.AssignmentNowAsync(assignment.Id)).DueOn
        );
        Assert.Single(await ExtensionsAsync());
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Answers_WhenSeveralComeAtOnce_AreOne(TestProvider provider)
    {
        await using var shared = await TestPortal.StartAsync(new() { Provider = provider });
        var where = await shared.AgencyAsync();
        var (_, owed) = await shared.OwingAsync(where);
        var asked = await shared.AskedAsync(owed);
        var address = $"/people/more-time/{asked.Id}";
        var seen = await Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(async number =>
                {
                    var hr = await shared.HumanResourcesAsync(where, $"HR {number}");
                    return (hr, page: await hr.PageAsync(address), day: $"2026-12-{number + 1:00}");
                })
        );
        var answers = await Task.WhenAll(
            seen.Select(one => AnswerAsync(one.hr, one.page, address, "true", one.day, ""))
        );
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(
            3,
            answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity)
        );
        Assert.Equal(
            1,
            await shared.WithDatabaseAsync(database => database.Extensions.CountAsync())
        );
        foreach (var one in seen)
        {
            one.hr.Dispose();
        }
    }

    private Task<List<Extension>> ExtensionsAsync() =>
        portal.WithDatabaseAsync(database => database.Extensions.AsNoTracking().ToListAsync());

    private static async Task<string> MainAsync(HttpClient visitor, string address) =>
        (await visitor.PageAsync(address)).QuerySelector("main")!.TextContent;

    private static Task<HttpResponseMessage> AnswerAsync(
        HttpClient visitor,
        AngleSharp.Dom.IDocument page,
        string address,
        string? give,
        string until,
        string words
    ) =>
        visitor.SubmitAsync(
            page,
            address,
            "main form",
            ("Give", give),
            ("Until", until),
            ("Answer", words)
        );
}

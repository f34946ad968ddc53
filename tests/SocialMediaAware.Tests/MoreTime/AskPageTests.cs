using System.Net;
using SocialMediaAware.Tests.People.Relief;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.MoreTime;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.MoreTime;

/// <summary>Somebody asks for more time.</summary>
public sealed class AskPageTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private CastMember person = null!;
    private Assignment assignment = null!;
    private HttpClient browser = null!;

    private string Address => $"/more-time/{assignment.Id}";

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync();
        (person, assignment) = await portal.OwingAsync(agency);
        browser = await portal.SignedInAsync(person.AccountId);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Time_WhenAskedForTwiceWithOneForm_IsOneRequestAndMovesNothing()
    {
        Assert.NotNull((await browser.PageAsync("/")).QuerySelector($"a[href='{Address}']"));
        var page = await browser.PageAsync(Address);
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("read by your leader", words);
        Assert.Contains("no details about your health", words);
        Assert.Contains("reminders go on", words);

        var answers = await Task.WhenAll(
            SendAsync(page, "2026-12-11", "I am at the site."),
            SendAsync(page, "2026-12-11", "I am at the site.")
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var request = Assert.Single(await portal.RequestsOfAsync(person));
        Assert.Equal(new DateOnly(2026, 12, 11), request.Until);
        Assert.Equal(assignment.DueOn, (await portal.AssignmentNowAsync(assignment.Id)).DueOn);
        var again = await browser.PageAsync(Address);
        Assert.Contains(
            "You asked for time until Friday 11 December 2026",
            again.QuerySelector("main")!.TextContent
        );
        Assert.Contains(
            "You have no answer yet",
            (await browser.PageAsync("/")).QuerySelector("main")!.TextContent
        );
    }

    [Fact]
    public async Task Time_WhenASecondFormComesWhileOneWaits_IsNotAskedAgain()
    {
        var late = await browser.PageAsync(Address);
        await portal.AskedAsync(assignment);
        using var answer = await SendAsync(late, "2026-12-18", "And more.");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Single(await portal.RequestsOfAsync(person));
    }

    [Theory]
    [InlineData("", "Why not.", "until")]
    [InlineData("soon", "Why not.", "until")]
    [InlineData("2026-11-30", "It is due that day.", "until")]
    [InlineData("2027-01-16", "Too far.", "until")]
    [InlineData("2026-12-11", " ", "reason")]
    [InlineData("2026-12-11", null, "reason")]
    public async Task Form_WhenItIsNotRight_SaysSoAndKeepsWhatWasTyped(
        string until,
        string? reason,
        string field
    )
    {
        using var answer = await SendAsync(await browser.PageAsync(Address), until, reason);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.NotNull(page.QuerySelector($"#{field}-error"));
        Assert.NotNull(page.QuerySelector($".govuk-error-summary a[href='#{field}']"));
        Assert.Equal(until, page.QuerySelector("#until")!.GetAttribute("value") ?? "");
        Assert.Empty(await portal.RequestsOfAsync(person));
    }

    [Fact]
    public async Task Reason_WhenItIsTooLong_IsRefusedAndKept()
    {
        var reason = new string('x', TimeRequest.WordsLength + 1);
        using var answer = await SendAsync(await browser.PageAsync(Address), "2026-12-11", reason);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(reason, (await answer.PageAsync()).QuerySelector("#reason")!.TextContent);
    }

    [Fact]
    public async Task Request_WhenTakenBack_WaitsNoMoreAndAnotherCanBeMade()
    {
        await portal.AskedAsync(assignment);
        var page = await browser.PageAsync(Address);
        using var back = await browser.SubmitAsync(page, Address);
        using var again = await browser.SubmitAsync(page, Address);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.NotNull(Assert.Single(await portal.RequestsOfAsync(person)).TakenBackAt);
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        using var anew = await SendAsync(
            await browser.PageAsync(Address),
            "2026-12-18",
            "After all."
        );
        Assert.Equal(2, (await portal.RequestsOfAsync(person)).Count);
    }

    [Fact]
    public async Task Time_ForSomebodyElses_IsNotFound()
    {
        using var other = await portal.SignedInAsync(
            (await portal.PersonAsync(agency, "Somebody Else")).AccountId
        );
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Address)).StatusCode);
    }

    [Theory]
    [InlineData("signed")]
    [InlineData("declined")]
    [InlineData("left")]
    public async Task Time_WhenNothingIsOwedAnyMore_CannotBeAskedFor(string how)
    {
        var late = await browser.PageAsync(Address);
        await portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var owed = (await database.Assignments.FindAsync(assignment.Id))!;
            Action<DateTimeOffset> end = how switch
            {
                "signed" => owed.Sign,
                "declined" => owed.Decline,
                _ => owed.Leave,
            };
            end(now);
            await database.SaveChangesAsync();
        });
        using var answer = await SendAsync(late, "2026-12-11", "Too late.");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty(await portal.RequestsOfAsync(person));
        Assert.Null((await browser.PageAsync(Address)).QuerySelector("main form"));
    }

    [Fact]
    public async Task Time_ForAnElectionsRefresher_EndsWithPollingDay()
    {
        portal.Clock.MoveTo(new(2026, 10, 26));
        var election = await portal.ProgrammeAsync(agency, ProgrammeKind.Election);
        var refresher = await portal.WithDatabaseAsync(async database =>
        {
            var made = Assignment.Make(
                agency.Id,
                person.PersonId,
                PersonKind.Employee,
                election.Id,
                "election/general-2026",
                new(2026, 10, 19),
                new(2026, 10, 30),
                [("be-social-media-aware", 1)],
                portal.Clock.GetUtcNow()
            );
            database.Add(made);
            await database.SaveChangesAsync();
            return made;
        });
        using var visitor = await portal.SignedInAsync(person.AccountId);
        var address = $"/more-time/{refresher.Id}";
        var page = await visitor.PageAsync(address);
        Assert.Contains(
            "Polling day, Saturday 7 November 2026, at the latest",
            page.QuerySelector("#until-hint")!.TextContent
        );
        using var answer = await visitor.SubmitAsync(
            page,
            address,
            "main form",
            ("Until", "2026-11-09"),
            ("Reason", "I need it.")
        );
        Assert.Contains(
            "too late after polling day",
            (await answer.PageAsync()).QuerySelector("#until-error")!.TextContent
        );
    }

    private Task<HttpResponseMessage> SendAsync(
        AngleSharp.Dom.IDocument page,
        string until,
        string? reason
    ) => browser.SubmitAsync(page, Address, "main form", ("Until", until), ("Reason", reason));
}

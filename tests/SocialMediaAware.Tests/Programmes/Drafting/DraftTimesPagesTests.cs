using System.Net;
using AngleSharp.Html.Dom;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes.Drafting;

/// <summary>When a programme is done, and who is reminded.</summary>
public sealed class DraftTimesPagesTests
{
    [Fact]
    public async Task Yearly_WhenItsDaysAreSaved_KeepsThemAndWhoJoinsLate()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal, ProgrammeKind.Yearly);
        var page = await client.PageAsync(programme.StepOf("when"));
        Assert.Contains(
            "In 2027: opens Monday 1 February 2027, due Wednesday 31 March 2027.",
            page.Body!.TextContent
        );

        using var saved = await client.SubmitAsync(
            page,
            "",
            fields: Year("1", "5", "31", "5", ("Latecomers", "yes"), ("WorkingDays", "15"))
        );

        Assert.Equal(programme.StepOf("reminders"), saved.Headers.Location!.OriginalString);
        var schedule = (await portal.TermsAsync(programme)).Schedule;
        Assert.Equal(new YearlyWindow(5, 1, 5, 31), schedule.Window);
        Assert.Equal((true, 15), (schedule.LatecomersOwe, schedule.DueInWorkingDays));
    }

    [Theory]
    [InlineData("30", "2", "31", "3", "10", "#opensday")]
    [InlineData("1", "2", "31", "", "10", "#dueday")]
    [InlineData("1", "2", "1", "2", "10", "#dueday")]
    [InlineData("first", "2", "31", "3", "10", "#opensday")]
    [InlineData("1", "2", "31", "3", "0", "#workingdays")]
    [InlineData("1", "2", "31", "3", "121", "#workingdays")]
    [InlineData("1", "2", "31", "3", "ten", "#workingdays")]
    public async Task Yearly_WhenADayOrNumberIsNone_SaysSoAndKeepsWhatWasTyped(
        string opensDay,
        string opensMonth,
        string dueDay,
        string dueMonth,
        string workingDays,
        string where
    )
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal, ProgrammeKind.Yearly);
        var page = await client.PageAsync(programme.StepOf("when"));

        using var refused = await client.SubmitAsync(
            page,
            "",
            fields: Year(opensDay, opensMonth, dueDay, dueMonth, ("WorkingDays", workingDays))
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.PageAsync();
        Assert.NotNull(again.QuerySelector($".govuk-error-summary a[href='{where}']"));
        Assert.Equal(opensDay, ((IHtmlInputElement)again.QuerySelector("#opensday")!).Value);
        Assert.Equal(workingDays, ((IHtmlInputElement)again.QuerySelector("#workingdays")!).Value);
    }

    [Fact]
    public async Task Dates_WhenAskedForWithoutSaving_AreShownInFullOrAsAFragment()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal, ProgrammeKind.Yearly);
        var page = await client.PageAsync(programme.StepOf("when"));
        var address = $"{programme.StepOf("when")}?handler=Dates";
        var fields = Year("1", "1", "31", "1", ("WorkingDays", "10"));

        using var whole = await client.SubmitAsync(page.Towards(address), "", fields: fields);
        client.DefaultRequestHeaders.Add("HX-Request", "true");
        using var fragment = await client.SubmitAsync(page.Towards(address), "", fields: fields);

        const string Moved =
            "In 2027: opens Friday 1 January 2027, due Friday 29 January 2027. You asked for Sunday 31 January 2027; nobody works on that day.";
        Assert.Contains(Moved, (await whole.PageAsync()).QuerySelector("#dates")!.TextContent);
        var part = await fragment.Content.ReadAsStringAsync();
        Assert.Contains(Moved, part);
        Assert.DoesNotContain("<main", part, StringComparison.Ordinal);
        Assert.Equal(YearlyWindow.Usual, (await portal.TermsAsync(programme)).Schedule.Window);
    }

    [Theory]
    [InlineData("2027-02-01", "2027-02-26", null)]
    [InlineData("2027-02-26", "2027-02-01", "#dueon")]
    [InlineData("", "2027-02-01", "#openson")]
    [InlineData("2027-02-01", "0001-01-01", "#dueon")]
    public async Task OneOff_WhenItsDaysAreSent_MustBeInTheirOrder(
        string opensOn,
        string dueOn,
        string? where
    )
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal, ProgrammeKind.OneOff);
        var page = await client.PageAsync(programme.StepOf("when"));

        using var answer = await client.SubmitAsync(
            page,
            "",
            fields: [("OpensOn", opensOn), ("DueOn", dueOn), ("WorkingDays", "10")]
        );

        if (where is null)
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(
                new DateOnly(2027, 2, 26),
                (await portal.TermsAsync(programme)).Schedule.DueOn
            );
        }
        else
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.NotNull(
                (await answer.PageAsync()).QuerySelector($".govuk-error-summary a[href='{where}']")
            );
        }
    }

    [Theory]
    [InlineData("28", true)]
    [InlineData("91", false)]
    [InlineData("", false)]
    public async Task Election_WhenItsDaysBeforeAreSent_AreKeptWithinBounds(
        string days,
        bool isKept
    )
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal, ProgrammeKind.Election);
        var page = await client.PageAsync(programme.StepOf("when"));

        using var answer = await client.SubmitAsync(
            page,
            "",
            fields: [("DaysBefore", days), ("WorkingDays", "5")]
        );

        Assert.Equal(
            isKept ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity,
            answer.StatusCode
        );
        Assert.Equal(
            isKept ? 28 : 21,
            (await portal.TermsAsync(programme)).Schedule.DaysBeforeThePeriod
        );
    }

    [Theory]
    [InlineData(ProgrammeKind.Onboarding)]
    [InlineData(ProgrammeKind.PolicyChange)]
    public async Task WorkingDays_WhenAllThatIsAsked_AreKept(ProgrammeKind kind)
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal, kind);
        var page = await client.PageAsync(programme.StepOf("when"));
        Assert.Single(page.QuerySelectorAll("main form input[type=text]"));

        using var saved = await client.SubmitAsync(page, "", fields: [("WorkingDays", "12")]);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(12, (await portal.TermsAsync(programme)).Schedule.DueInWorkingDays);
    }

    [Fact]
    public async Task Reminders_WhenSaved_AreWhatWasTicked()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal, ProgrammeKind.Yearly);
        var page = await client.PageAsync(programme.StepOf("reminders"));

        using var saved = await client.SubmitAsync(
            page,
            "",
            fields:
            [
                ("OnOpening", "true"),
                ("DaysBefore", "5"),
                ("WeeksAfter", "2"),
                ("HumanResourcesAfter", ""),
            ]
        );

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(
            new ReminderTerms
            {
                OnOpening = true,
                DaysBefore = 5,
                OnTheDay = false,
                WeeksAfter = 2,
                ToLeaders = false,
                ToHumanResourcesAfterDays = null,
            },
            (await portal.TermsAsync(programme)).Reminders
        );
    }

    [Theory]
    [InlineData("DaysBefore", "61", "#daysbefore")]
    [InlineData("WeeksAfter", "5", "#weeksafter")]
    [InlineData("HumanResourcesAfter", "soon", "#humanresourcesafter")]
    public async Task Reminders_WhenANumberIsNone_SaySoAndKeepIt(
        string field,
        string typed,
        string where
    )
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal, ProgrammeKind.Yearly);
        var page = await client.PageAsync(programme.StepOf("reminders"));

        using var refused = await client.SubmitAsync(page, "", fields: [(field, typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.PageAsync();
        Assert.NotNull(again.QuerySelector($".govuk-error-summary a[href='{where}']"));
        Assert.Equal(typed, ((IHtmlInputElement)again.QuerySelector(where)!).Value);
    }

    private static (string, string?)[] Year(
        string opensDay,
        string opensMonth,
        string dueDay,
        string dueMonth,
        params (string, string?)[] others
    ) =>
        [
            ("OpensDay", opensDay),
            ("OpensMonth", opensMonth),
            ("DueDay", dueDay),
            ("DueMonth", dueMonth),
            .. others,
        ];

    private static async Task<(Programme, HttpClient)> SetUpAsync(
        TestPortal portal,
        ProgrammeKind kind
    )
    {
        var agency = await portal.AgencyAsync();
        return (await portal.DraftAsync(agency, kind), await portal.HumanResourcesAsync(agency));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Questions;

/// <summary>The two honest ways out: a question in confidence, and "I do not agree".</summary>
public sealed class QuestionTests : IAsyncLifetime
{
    private const string Secret = "Does running my street's page count?";
    private TestPortal portal = null!;
    private Agency agency = null!;
    private CastMember asker = null!;
    private Assignment assignment = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync();
        asker = await portal.PersonAsync(agency);
        assignment = await portal.AssignmentAsync(
            asker,
            await portal.OnboardingAsync(agency),
            dueOn: new DateOnly(2026, 11, 17)
        );
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Question_WhenAskedTwiceWithOneForm_IsOneQuestionAndHoldsTheAssignment()
    {
        using var browser = await portal.SignedInAsync(asker.AccountId);
        var address =
            $"/questions/ask?assignment={assignment.Id}&module=be-social-media-aware&section=arguments";
        var page = await browser.PageAsync(address);

        var first = await browser.SubmitAsync(page, address, "main form", ("Text", Secret));
        var second = await browser.SubmitAsync(page, address, "main form", ("Text", Secret));

        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(
            1,
            await portal.WithDatabaseAsync(database => database.Questions.CountAsync())
        );
        Assert.Equal(AssignmentStatus.OnHold, await StatusAsync());
        Assert.Contains(
            Secret,
            (await browser.PageAsync(first.Headers.Location!.ToString())).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "Write your question")]
    [InlineData("   ", "Write your question")]
    [InlineData(null, "Write your question")]
    public async Task Question_WhenItIsEmpty_SaysSoAndKeepsNothing(string? text, string sentence)
    {
        using var browser = await portal.SignedInAsync(asker.AccountId);
        var page = await browser.PageAsync("/questions/ask");

        var answer = await browser.SubmitAsync(page, "/questions/ask", "main form", ("Text", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            sentence,
            (await answer.PageAsync()).QuerySelector(".govuk-error-summary")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            0,
            await portal.WithDatabaseAsync(database => database.Questions.CountAsync())
        );
    }

    [Fact]
    public async Task Question_WhenItIsTooLong_KeepsWhatWasTyped()
    {
        using var browser = await portal.SignedInAsync(asker.AccountId);
        var page = await browser.PageAsync("/questions/ask");
        var text = new string('a', 4001);

        var answer = await browser.SubmitAsync(page, "/questions/ask", "main form", ("Text", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await answer.PageAsync();
        Assert.Contains(
            "4001",
            again
                .QuerySelector(".govuk-error-summary")!
                .TextContent.Replace(",", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Equal(text, again.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Theory]
    [InlineData(PortalRole.HumanResources)]
    [InlineData(PortalRole.Auditor)]
    [InlineData(PortalRole.Administrator)]
    [InlineData(PortalRole.ContentOwner)]
    public async Task Question_WhenAnotherRoleAsksForIt_DoesNotExist(PortalRole role)
    {
        var address = await AskAsync();
        var other = await portal.PersonWithRoleAsync(agency, role);
        using var browser = await portal.SignedInAsync(other.AccountId);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
        Assert.DoesNotContain(
            address,
            (await browser.PageAsync("/questions")).Body!.InnerHtml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Question_WhenAnswered_LeavesThreeWorkingDays()
    {
        var address = await AskAsync();
        var adviser = await portal.PersonWithRoleAsync(agency, PortalRole.IntegrityAdviser);
        using var browser = await portal.SignedInAsync(adviser.AccountId);
        portal.Clock.MoveTo(new DateOnly(2026, 11, 19));
        Assert.Contains(
            address,
            (await browser.PageAsync("/questions")).Body!.InnerHtml,
            StringComparison.Ordinal
        );

        var answer = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            ("Text", "No, it does not.")
        );

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var kept = await portal.WithDatabaseAsync(database => database.Assignments.SingleAsync());
        // Thursday 19 November: Friday, Monday and Tuesday remain.
        Assert.Equal(new DateOnly(2026, 11, 24), kept.DueOn);
        Assert.Null(kept.HeldAt);
        Assert.Equal(AssignmentStatus.Open, kept.StatusOn(new DateOnly(2026, 11, 19)));
    }

    [Fact]
    public async Task Question_WhenTheAuditLogIsRead_IsNotQuoted()
    {
        await AskAsync();
        var entries = await portal.WithDatabaseAsync(database =>
            database.AuditEntries.Select(entry => entry.Subject + entry.Detail).ToListAsync()
        );
        Assert.DoesNotContain(entries, entry => entry.Contains("street", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NotAgreeing_WhenRecordedAndTakenBack_StopsAndStartsTheAssignment()
    {
        using var browser = await portal.SignedInAsync(asker.AccountId);
        var address = $"/questions/not-agreeing/{assignment.Id}";

        await browser.SubmitAsync(await browser.PageAsync(address), address);
        Assert.Equal(AssignmentStatus.Declined, await StatusAsync());
        var page = await browser.PageAsync(address);
        Assert.Contains("nobody is punished", page.Body!.TextContent, StringComparison.Ordinal);

        await browser.SubmitAsync(page, address);
        Assert.Equal(AssignmentStatus.Open, await StatusAsync());
    }

    [Fact]
    public async Task NotAgreeing_WhenTheAssignmentIsSomebodyElses_IsNotFound()
    {
        var other = await portal.PersonAsync(agency, "Somebody Else");
        using var browser = await portal.SignedInAsync(other.AccountId);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/questions/not-agreeing/{assignment.Id}")).StatusCode
        );
    }

    private async Task<string> AskAsync()
    {
        using var browser = await portal.SignedInAsync(asker.AccountId);
        var address = $"/questions/ask?assignment={assignment.Id}";
        var answer = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            ("Text", Secret)
        );
        return answer.Headers.Location!.ToString().Split('?')[0];
    }

    private async Task<AssignmentStatus> StatusAsync() =>
        (await portal.WithDatabaseAsync(database => database.Assignments.SingleAsync())).StatusOn(
            portal.Clock.GetUtcNow().NewZealandDate()
        );
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Learning;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Questions;

public sealed class NotAgreeingPageTests
{
    [Fact]
    public async Task NotAgreeing_WhenItIsOpened_SaysWhatFollowsAndRecordsNothing()
    {
        await using var reader = await Reader.BeginAsync();
        var page = await reader.Browser.PageAsync(AddressOf(reader));
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("The rule still applies", words, StringComparison.Ordinal);
        Assert.Contains("Nobody is punished", words, StringComparison.Ordinal);
        Assert.Null((await AssignmentAsync(reader)).DeclinedAt);
    }

    [Fact]
    public async Task NotAgreeing_WhenItIsSaidTwice_IsRecordedOnceAndCanBeTakenBack()
    {
        await using var reader = await Reader.BeginAsync();
        var page = await reader.Browser.PageAsync(AddressOf(reader));
        var said = await Task.WhenAll(
            reader.Browser.SubmitAsync(page, AddressOf(reader)),
            reader.Browser.SubmitAsync(page, AddressOf(reader))
        );
        Assert.All(said, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.NotNull((await AssignmentAsync(reader)).DeclinedAt);

        var again = await reader.Browser.PageAsync(AddressOf(reader));
        using var takenBack = await reader.Browser.SubmitAsync(again, AddressOf(reader));
        Assert.Equal("/", takenBack.Headers.Location?.ToString());
        Assert.Null((await AssignmentAsync(reader)).DeclinedAt);
    }

    [Fact]
    public async Task NotAgreeing_WhenTheAssignmentIsSomebodyElses_IsNotFound()
    {
        await using var reader = await Reader.BeginAsync();
        var other = await reader.Portal.PersonAsync(reader.Agency, "Somebody Else");
        using var browser = await reader.Portal.SignedInAsync(other.AccountId);
        using var answer = await browser.GetAsync(AddressOf(reader));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task NotAgreeing_WhenTheFormComesAfterTheSignature_ChangesNothing()
    {
        await using var reader = await Reader.BeginAsync();
        var late = await reader.Browser.PageAsync(AddressOf(reader));
        await ChangeAsync(reader, assignment => assignment.Sign(reader.Portal.Clock.GetUtcNow()));
        using var answer = await reader.Browser.SubmitAsync(late, AddressOf(reader));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Null((await AssignmentAsync(reader)).DeclinedAt);
        var page = await reader.Browser.PageAsync(AddressOf(reader));
        Assert.Null(page.QuerySelector("main form"));
    }

    [Theory]
    [InlineData("signed")]
    [InlineData("left")]
    public async Task NotAgreeing_WhenItIsTakenBackAfterItEndedOtherwise_ChangesNothing(string how)
    {
        await using var reader = await Reader.BeginAsync();
        await reader.Browser.SubmitAsync(
            await reader.Browser.PageAsync(AddressOf(reader)),
            AddressOf(reader)
        );
        var late = await reader.Browser.PageAsync(AddressOf(reader));
        var now = reader.Portal.Clock.GetUtcNow();
        await ChangeAsync(
            reader,
            assignment =>
            {
                if (how == "signed")
                {
                    assignment.Sign(now);
                }
                else
                {
                    assignment.Leave(now);
                }
            }
        );
        using var answer = await reader.Browser.SubmitAsync(late, AddressOf(reader));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.NotNull((await AssignmentAsync(reader)).DeclinedAt);
    }

    [Fact]
    public async Task NotAgreeing_WhenItHasNotOpened_CannotBeSaidYet()
    {
        await using var reader = await Reader.BeginAsync();
        var early = await reader.Browser.PageAsync(AddressOf(reader));
        await ChangeAsync(
            reader,
            assignment => assignment.MoveTo(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 15))
        );
        using var answer = await reader.Browser.SubmitAsync(early, AddressOf(reader));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Null((await AssignmentAsync(reader)).DeclinedAt);
    }

    private static string AddressOf(Reader reader) =>
        $"/questions/not-agreeing/{reader.Assignment.Id}";

    private static Task<Assignment> AssignmentAsync(Reader reader) =>
        reader.Portal.WithDatabaseAsync(database =>
            database.Assignments.SingleAsync(each => each.Id == reader.Assignment.Id)
        );

    private static Task ChangeAsync(Reader reader, Action<Assignment> change) =>
        reader.Portal.WithDatabaseAsync(async database =>
        {
            change(await database.Assignments.SingleAsync(each => each.Id == reader.Assignment.Id));
            await database.SaveChangesAsync();
        });
}

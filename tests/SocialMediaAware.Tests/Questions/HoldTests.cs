using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Questions;

namespace SocialMediaAware.Tests.Questions;

/// <summary>An assignment is on hold while a question of it waits, and not a moment longer.</summary>
public sealed class HoldTests
{
    private const int Rounds = 20;

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Hold_WhenBothQuestionsAreAnsweredAtOnce_IsOver(TestProvider provider)
    {
        await using var confidence = await Confidence.BeginAsync(provider);
        for (var round = 0; round < Rounds; round++)
        {
            string[] addresses =
            [
                await confidence.AskAsync($"One of round {round}?"),
                await confidence.AskAsync($"Two of round {round}?"),
            ];
            var answers = await Task.WhenAll(
                addresses.Select(address =>
                    Confidence.WriteAsync(confidence.AdviserBrowser, address, "Yes.")
                )
            );
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
            Assert.Null((await confidence.AssignmentAsync()).HeldAt);
        }
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Hold_WhenAnAnswerAndAnotherQuestionComeAtOnce_Stands(TestProvider provider)
    {
        await using var confidence = await Confidence.BeginAsync(provider);
        for (var round = 0; round < Rounds; round++)
        {
            var first = await confidence.AskAsync($"One of round {round}?");
            var asking = confidence.AskAsync($"Two of round {round}?");
            var answering = Confidence.WriteAsync(confidence.AdviserBrowser, first, "Yes.");
            await Task.WhenAll(asking, answering);
            Assert.NotNull((await confidence.AssignmentAsync()).HeldAt);
            await Confidence.WriteAsync(confidence.AdviserBrowser, await asking, "Yes.");
            Assert.Null((await confidence.AssignmentAsync()).HeldAt);
        }
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Hold_WhenThePersonAskedFurtherWhileTheAdviserWrote_IsOverAndNothingWaits(
        TestProvider provider
    )
    {
        await using var confidence = await Confidence.BeginAsync(provider);
        var address = await confidence.AskAsync();
        await Confidence.WriteAsync(confidence.AdviserBrowser, address, "Yes.");
        await confidence.Portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var seen = await database
                .Questions.Include(question => question.Messages)
                .SingleAsync();
            await Confidence.WriteAsync(confidence.Reader.Browser, address, "And its posts?");
            Assert.NotNull((await confidence.AssignmentAsync()).HeldAt);
            await services
                .GetRequiredService<Talking>()
                .WriteAsync(seen, Guid.NewGuid(), "These too.", CancellationToken.None);
        });
        Assert.Null(Assert.Single(await confidence.QuestionsAsync()).WaitingSince);
        Assert.Null((await confidence.AssignmentAsync()).HeldAt);
    }
}

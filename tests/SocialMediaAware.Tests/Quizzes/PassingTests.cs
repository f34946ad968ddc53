using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Tests.Quizzes;

public sealed class PassingTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Pass_WhenTheLastAnswerIsGiven_CutsEveryAnswerOffInTheDatabase(
        TestProvider provider
    )
    {
        await using var practice = await Practice.BeginAsync(new() { Provider = provider });
        var page = await practice.StartAsync();
        using var wrong = await practice.AnswerAsync(page, right: false);
        practice.Portal.Clock.Move(TimeSpan.FromMinutes(1));
        page = await practice.Browser.PageAsync(practice.Address);
        for (var answers = 0; page.QuerySelector("#option-0") is not null; answers++)
        {
            Assert.True(answers < 40, "The quiz does not end.");
            using var _ = await practice.AnswerAsync(page, right: true);
            practice.Portal.Clock.Move(TimeSpan.FromMinutes(1));
            page = await practice.Browser.PageAsync(practice.Address);
        }

        var attempt = await practice.AttemptAsync();
        Assert.NotNull(attempt.PassedAt);
        Assert.NotNull(attempt.Evidence);
        await practice.Portal.WithDatabaseAsync(async database =>
        {
            Assert.Equal(
                0,
                await database
                    .Set<DrawnScenario>()
                    .CountAsync(each =>
                        each.SelectedOptions != null
                        || each.OptionOrder != null
                        || each.Outcome != null
                        || each.AnsweredAt != null
                    )
            );
            Assert.Equal(0, await database.Set<ObligationStanding>().CountAsync());
            var met = await database.ScenariosMet.ToListAsync();
            Assert.Equal(
                attempt.Drawn.Select(each => each.ScenarioSlug).Distinct().Order(),
                met.Select(each => each.ScenarioSlug).Order()
            );
            Assert.All(met, each => Assert.Equal(attempt.PassedAt, each.LastMetAt));
            var missed = await database.ObligationsMissed.SingleAsync();
            Assert.Equal(attempt.PassedAt, missed.LastMissedAt);
        });
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Pass_WhenTwoPeoplePass_CountsTheirChoicesTogetherAndNamesNobody(
        TestProvider provider
    )
    {
        await using var practice = await Practice.BeginAsync(new() { Provider = provider });
        var choices = new[]
        {
            new CountedChoice(practice.Agency.Id, "m", "s", "00ff", "yearly/2027", 1, true),
            new CountedChoice(practice.Agency.Id, "m", "s", "00ff", "yearly/2027", 1, true),
            new CountedChoice(practice.Agency.Id, "m", "s", "00ff", "yearly/2027", 0, true),
        };
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CountAsync()));
        var counts = await practice.Portal.WithDatabaseAsync(database =>
            database.ScenarioTallies.OrderBy(each => each.OptionIndex).ToListAsync()
        );
        Assert.Equal([8, 16], counts.Select(each => each.Count));

        Task CountAsync() =>
            practice.Portal.WithDatabaseAsync(async database =>
            {
                await using var transaction = await database.Database.BeginTransactionAsync();
                await ScenarioTallies.CountAsync(database, choices, default);
                await transaction.CommitAsync();
            });
    }

    [Fact]
    public async Task Pass_WhenAnswersWereGiven_CountsEachChoiceOnce()
    {
        await using var practice = await Practice.BeginAsync();
        await practice.PassAsync();
        var attempt = await practice.AttemptAsync();
        var tallies = await practice.Portal.WithDatabaseAsync(database =>
            database.ScenarioTallies.ToListAsync()
        );
        var expected = attempt.Drawn.Sum(drawn =>
            practice
                .Module.FindScenario(drawn.ScenarioSlug)!
                .Options.Count(option => option.IsRight)
        );
        Assert.Equal(
            expected,
            tallies.Where(each => each.OptionIndex >= 0).Sum(each => each.Count)
        );
        Assert.Equal(
            attempt.Drawn.Count,
            tallies.Where(each => each.OptionIndex < 0).Sum(each => each.Count)
        );
        Assert.All(tallies, each => Assert.True(each.IsFirstAnswer));
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Answer_WhenTwoTabsAnswerAtOnce_RecordsOne(TestProvider provider)
    {
        await using var practice = await Practice.BeginAsync(new() { Provider = provider });
        await practice.StartAsync();
        for (var position = 1; position <= 3; position++)
        {
            var page = await practice.Browser.PageAsync(practice.Address);
            var responses = await Task.WhenAll(
                Enumerable.Range(0, 6).Select(tab => practice.AnswerAsync(page, tab % 2 == 0))
            );
            Assert.All(responses, each => Assert.Equal(302, (int)each.StatusCode));
            var attempt = await practice.AttemptAsync();
            Assert.Equal(position, attempt.Drawn.Count(each => each.IsAnswered));
            Assert.Equal(position, attempt.Revision);
            Assert.Equal(
                practice.Module.Quiz.Draw
                    + attempt.Drawn.Count(each => each.Outcome == AnswerOutcome.NotYet),
                attempt.Drawn.Count
            );
        }
    }

    [Fact]
    public async Task Standing_WhileTheQuizIsDone_SaysHowFarItIs()
    {
        await using var practice = await Practice.BeginAsync();
        Assert.Equal(new QuizStanding.Result(false, false, 0, 0, null), await StandingAsync());

        var page = await practice.StartAsync();
        using var _ = await practice.AnswerAsync(page, right: true);
        Assert.Equal(new QuizStanding.Result(false, true, 1, 4, null), await StandingAsync());

        await practice.GoOnAsync(await practice.Browser.PageAsync(practice.Address));
        var passed = await StandingAsync();
        Assert.True(passed.IsPassed);
        Assert.Equal(4, passed.AnsweredCount);
        var attempt = await practice.AttemptAsync();
        Assert.Equal(attempt.PassedAt, passed.Evidence!.PassedAt.ToDateTimeOffset());
        Assert.Equal(
            attempt.Drawn.Select(each => each.ScenarioSlug),
            passed.Evidence.Scenarios.Select(each => each.Slug)
        );

        Task<QuizStanding.Result> StandingAsync() =>
            practice.Portal.WithAsync(services =>
                services
                    .GetRequiredService<QuizStanding>()
                    .ReadAsync(
                        practice.Person.PersonId,
                        practice.Assignment.Id,
                        Practice.Slug,
                        practice.Module.Version,
                        default
                    )
            );
    }

    [Fact]
    public async Task Standing_ForSeveralModulesAndAnotherVersion_TellsThemApart()
    {
        await using var practice = await Practice.BeginAsync();
        await practice.PassAsync();
        var standings = await practice.Portal.WithAsync(services =>
            services
                .GetRequiredService<QuizStanding>()
                .ReadAsync(
                    practice.Person.PersonId,
                    practice.Assignment.Id,
                    [
                        (Practice.Slug, new ContentVersion(1, 0)),
                        ("kainga-ora-social-media-guidance", new ContentVersion(1, 0)),
                    ],
                    default
                )
        );
        Assert.Equal(2, standings.Count);
        Assert.All(standings.Values, each => Assert.False(each.IsPassed || each.HasBegun));
    }

    [Fact]
    public async Task Start_WhenThePersonPractisedBefore_PrefersWhatTheyHaveNotMet()
    {
        await using var practice = await Practice.BeginAsync();
        await practice.PassAsync();
        var programme = await practice.Portal.OnboardingAsync(practice.Agency);
        var next = await practice.Portal.AssignmentAsync(practice.Person, programme);
        var address = $"/quizzes/{next.Id}/{Practice.Slug}";
        using var _ = await practice.Browser.SubmitAsync(
            await practice.Browser.PageAsync(address),
            address
        );
        var attempts = await practice.Portal.WithDatabaseAsync(database =>
            database.QuizAttempts.Include(each => each.Drawn).ToListAsync()
        );
        var first = attempts.Single(each => each.AssignmentId != next.Id);
        var second = attempts.Single(each => each.AssignmentId == next.Id);
        var repeated = second
            .Drawn.Select(each => each.ScenarioSlug)
            .Intersect(first.Drawn.Select(each => each.ScenarioSlug))
            .ToList();
        Assert.Empty(repeated);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Tests.Reports.Modules;

/// <summary>Puts answers and times into a test portal: by the counters alone, or by people who read and practise.</summary>
internal static class Answered
{
    public const string Slug = "be-social-media-aware";
    public const string Cycle = "yearly/2026";

    public static Module Module(this TestPortal portal, string slug = Slug) =>
        portal.Services.GetRequiredService<ContentStore>().Library.FindPublished(slug)!;

    /// <summary>So many people gave this first answer.</summary>
    public static Task CountAsync(
        this TestPortal portal,
        Agency agency,
        Scenario scenario,
        int people,
        int[] options,
        string cycle = Cycle,
        string? hashHex = null,
        bool isFirst = true
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync();
            await ScenarioTallies.CountAsync(
                database,
                from person in Enumerable.Range(0, people)
                from choice in options.Append(ScenarioTally.WholeAnswerOf(options))
                select new CountedChoice(
                    agency.Id,
                    scenario.ModuleSlug,
                    scenario.Slug,
                    hashHex ?? scenario.HashHex,
                    cycle,
                    choice,
                    isFirst
                ),
                default
            );
            await transaction.CommitAsync();
        });

    /// <summary>An assignment in a round.</summary>
    public static Task<Assignment> AssignedAsync(
        this TestPortal portal,
        CastMember person,
        Programme programme,
        string cycle = Cycle
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var today = portal.Clock.GetUtcNow().NewZealandDate();
            var assignment = Assignment.Make(
                programme.AgencyId,
                person.PersonId,
                PersonKind.Employee,
                programme.Id,
                cycle,
                today.AddDays(-3),
                today.AddDays(11),
                [.. programme.Modules.Select(module => (module.ModuleSlug, 1))],
                portal.Clock.GetUtcNow()
            );
            database.Add(assignment);
            await database.SaveChangesAsync();
            return assignment;
        });

    /// <summary>Somebody reads the module, a minute for each section, and practises, a minute for each situation.</summary>
    public static async Task FinishAsync(
        this TestPortal portal,
        CastMember person,
        Programme programme,
        bool firstIsRight = true
    )
    {
        var assignment = await portal.AssignedAsync(person, programme);
        var module = portal.Module();
        foreach (var part in module.Sections)
        {
            await portal.WithAsync(services =>
                services
                    .GetRequiredService<OpeningSections>()
                    .OpenAsync(
                        person.PersonId,
                        assignment,
                        module,
                        part,
                        module.Version,
                        CancellationToken.None
                    )
            );
            portal.Clock.Move(TimeSpan.FromMinutes(1));
        }

        var subject = QuizSubject.Of(module);
        await portal.WithAsync(services =>
            services
                .GetRequiredService<Starting>()
                .StartAsync(assignment, subject, CancellationToken.None)
        );
        for (var isRight = firstIsRight; ; isRight = true)
        {
            var attempt = await portal.WithDatabaseAsync(database =>
                database
                    .QuizAttempts.Include(one => one.Drawn)
                    .SingleAsync(one => one.AssignmentId == assignment.Id)
            );
            if (attempt.Current is not { } current)
            {
                return;
            }

            portal.Clock.Move(TimeSpan.FromMinutes(1));
            var scenario = subject.FindScenario(current.ScenarioSlug)!;
            int[] chosen =
            [
                .. scenario
                    .Options.Where(option => option.IsRight == isRight)
                    .Select(option => option.Index),
            ];
            await portal.WithAsync(services =>
                services
                    .GetRequiredService<Answering>()
                    .AnswerAsync(
                        assignment,
                        subject,
                        new GivenAnswer(
                            attempt.Id,
                            current.Position,
                            scenario.HashHex,
                            isRight ? chosen : chosen[..1]
                        ),
                        CancellationToken.None
                    )
            );
        }
    }
}

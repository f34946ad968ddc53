using Microsoft.AspNetCore.Identity;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Benchmarks.Portal;

/// <summary>Somebody who has to read, practise and sign.</summary>
internal sealed record Learner(Guid PersonId, Guid AccountId, string Name, string Email);

/// <summary>Somebody who has only to sign yet.</summary>
internal sealed record ReadySigner(Learner Learner, Guid AssignmentId);

/// <summary>Puts people into the portal, through its own entities and use cases.</summary>
internal static class Learners
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "teapot umbrella gravel 9";

    internal const string AgencySlug = "kainga-ora";
    private const int RowsInOneSave = 2000;
    private const int OneInTen = 10;

    /// <summary>Launches every programme of the agency, long enough ago to be owed by those who are put in here.</summary>
    public static Task<bool> LaunchProgrammesAsync(this PortalInHand portal) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var longAgo = TimeProvider.System.GetUtcNow().AddDays(-60);
            var programmes = await database
                .Programmes.Include(programme => programme.Modules)
                .Where(programme =>
                    database.Agencies.Any(agency =>
                        agency.Id == programme.AgencyId && agency.Slug == AgencySlug
                    )
                )
                .ToListAsync();
            foreach (var programme in programmes)
            {
                programme.Launch(
                    programme.Modules.Select(module => module.ModuleSlug).ToHashSet(),
                    longAgo
                );
            }

            await database.SaveChangesAsync();
            return programmes.Count > 0;
        });

    /// <summary>Plans, as the portal does every quarter of an hour.</summary>
    public static Task<int> PlanAsync(
        this PortalInHand portal,
        CancellationToken cancellationToken
    ) =>
        portal.WithAsync(services =>
            services.GetRequiredService<PlanAssignments>().RunAsync(cancellationToken)
        );

    /// <summary>People with a placement that began three days ago, and with an account where they sign in.</summary>
    public static Task<IReadOnlyList<Learner>> PlaceAsync(
        this PortalInHand portal,
        int count,
        bool withAccounts = true
    ) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var hasher = services.GetRequiredService<IPasswordHasher<Account>>();
            var agencyId = await database
                .Agencies.Where(agency => agency.Slug == AgencySlug)
                .Select(agency => agency.Id)
                .SingleAsync();
            var root = await database.Units.AsNoTracking().SingleAsync(unit => unit.Id == agencyId);
            var first = await database.People.CountAsync();
            string? hash = null;
            var learners = new List<Learner>(count);
            foreach (var numbers in Enumerable.Range(first, count).Chunk(RowsInOneSave))
            {
                foreach (var number in numbers)
                {
                    var learner = Place(database, root, number);
                    if (withAccounts)
                    {
                        var account = Account.For(
                            learner.Email,
                            learner.PersonId,
                            TimeProvider.System.GetUtcNow()
                        );
                        // Hashing takes long on purpose, and nobody here tells one hash from another.
                        hash ??= hasher.HashPassword(account, Password);
                        account.TakePassword(hash);
                        database.Add(account);
                        learner = learner with { AccountId = account.Id };
                    }

                    learners.Add(learner);
                }

                await database.SaveChangesAsync();
                database.ChangeTracker.Clear();
            }

            return (IReadOnlyList<Learner>)learners;
        });

    /// <summary>Reads and practises for these people all that their assignments ask.</summary>
    public static Task<IReadOnlyList<ReadySigner>> MakeReadyAsync(
        this PortalInHand portal,
        IReadOnlyList<Learner> learners
    ) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var library = services.GetRequiredService<ContentStore>().Library;
            var assignments = await database
                .Assignments.AsNoTracking()
                .Include(assignment => assignment.Modules)
                .ToListAsync();
            var byPerson = assignments.ToLookup(assignment => assignment.PersonId);
            var ready = new List<ReadySigner>();
            foreach (var some in learners.Chunk(50))
            {
                foreach (var learner in some)
                {
                    var assignment = byPerson[learner.PersonId].First();
                    foreach (var asked in assignment.Modules)
                    {
                        var module = library.FindPublished(asked.ModuleSlug)!;
                        database.AddRange(Open(module, learner.PersonId));
                        database.AddRange(Pass(module, assignment));
                    }

                    ready.Add(new ReadySigner(learner, assignment.Id));
                }

                await database.SaveChangesAsync();
                database.ChangeTracker.Clear();
            }

            return (IReadOnlyList<ReadySigner>)ready;
        });

    private static Learner Place(PortalDbContext database, Unit root, int number)
    {
        var now = TimeProvider.System.GetUtcNow();
        var since = now.NewZealandDate().AddDays(-3);
        var name = $"Learner Number{number}";
        var email = $"learner-{number}@agency.example";
        var person = Person.Appear(email, now);
        database.AddRange(
            person,
            PersonName.Learn(person.Id, name, since, now),
            Placement.Learn(
                person.Id,
                root,
                PersonKind.Employee,
                "Adviser",
                region: null,
                employeeNumber: null,
                feed: null,
                since,
                until: null,
                now
            )
        );
        if (number % OneInTen < TwelveProgrammes.Tasks.Count)
        {
            var change = PeopleChange.Record(
                root.AgencyId,
                PeopleChangeKind.Edited,
                person.Id,
                byAccountId: null,
                "Put in",
                now
            );
            database.AddRange(
                change,
                PersonFlag.Learn(
                    root.AgencyId,
                    person.Id,
                    TwelveProgrammes.Tasks[number % OneInTen],
                    feed: null,
                    since,
                    until: null,
                    change
                )
            );
        }

        return new Learner(person.Id, Guid.Empty, name, email);
    }

    private static IEnumerable<OpenedSection> Open(Module module, Guid personId) =>
        module.Sections.Select(section =>
            OpenedSection.Open(
                personId,
                module.Slug,
                section.Id,
                section.TextHash,
                TimeProvider.System.GetUtcNow()
            )
        );

    private static IEnumerable<QuizAttempt> Pass(Module module, Assignment assignment)
    {
        if (module.Quiz.Draw == 0)
        {
            yield break;
        }

        var now = TimeProvider.System.GetUtcNow();
        var attempt = QuizAttempt.Begin(
            assignment,
            module,
            seed: 7,
            QuizDraw.Draw(
                module.Scenarios,
                QuizSubject.Of(module).RulesFor(new Dictionary<string, DateTimeOffset>(), seed: 7)
            ),
            new HashSet<string>(),
            now
        );
        while (attempt.Current is { } current)
        {
            var scenario = module.FindScenario(current.ScenarioSlug)!;
            int[] right =
            [
                .. scenario.Options.Where(option => option.IsRight).Select(option => option.Index),
            ];
            attempt.Answer(scenario, right, now);
        }

        if (!attempt.Conclude(now))
        {
            throw new InvalidOperationException($"The quiz of {module.Slug} was not passed.");
        }

        yield return attempt;
    }
}

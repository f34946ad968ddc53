using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Tests.Attestations;

/// <summary>A person with an assignment.</summary>
public sealed record Signer(CastMember Member, Assignment Assignment);

/// <summary>Brings people to the point where they can sign.</summary>
public static class GivenSigners
{
    /// <summary>Keeps every published version, as the start of the portal does.</summary>
    public static Task KeepPublishedAsync(this TestPortal portal) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var kept = await database
                .PublishedModuleTexts.Select(text => new
                {
                    text.ModuleSlug,
                    text.Major,
                    text.Minor,
                })
                .ToListAsync();
            database.AddRange(
                services
                    .GetRequiredService<ContentStore>()
                    .Library.PublishedVersions()
                    .Where(module =>
                        !kept.Exists(text =>
                            text.ModuleSlug == module.Slug
                            && text.Major == module.Version.Major
                            && text.Minor == module.Version.Minor
                        )
                    )
                    .Select(module =>
                        PublishedModuleText.Keep(
                            module.Slug,
                            module.Version.Major,
                            module.Version.Minor,
                            module.ContentHash,
                            module.SourceBytes,
                            portal.Clock.GetUtcNow()
                        )
                    )
            );
            await database.SaveChangesAsync();
        });

    /// <summary>The person opened every section of the published version.</summary>
    public static Task OpenedAsync(this TestPortal portal, Signer signer) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var opened = (
                await database
                    .OpenedSections.Where(section => section.PersonId == signer.Member.PersonId)
                    .Select(section => section.TextHash)
                    .ToListAsync()
            )
                .Select(Convert.ToHexString)
                .ToHashSet();
            database.AddRange(
                OpenedBy(portal, services, signer)
                    .Where(section => !opened.Contains(Convert.ToHexString(section.TextHash)))
            );
            await database.SaveChangesAsync();
        });

    /// <summary>The person passed every quiz of the published version.</summary>
    public static Task PractisedAsync(this TestPortal portal, Signer signer) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            database.AddRange(PassedBy(portal, services, signer));
            await database.SaveChangesAsync();
        });

    /// <summary>A person of an agency with one assignment, who has read and practised everything.</summary>
    public static async Task<Signer> ReadySignerAsync(
        this TestPortal portal,
        Agency agency,
        Programme programme,
        string name = "Aroha Pātea"
    )
    {
        await portal.KeepPublishedAsync();
        var member = await portal.PersonAsync(agency, name);
        var signer = new Signer(member, await portal.AssignmentAsync(member, programme));
        await portal.OpenedAsync(signer);
        await portal.PractisedAsync(signer);
        return signer;
    }

    /// <summary>Many such people at once.</summary>
    public static async Task<IReadOnlyList<Signer>> ReadySignersAsync(
        this TestPortal portal,
        int count
    )
    {
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        await portal.KeepPublishedAsync();
        return await portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var root = await database.Units.SingleAsync(unit => unit.Id == agency.Id);
            var now = portal.Clock.GetUtcNow();
            var today = now.NewZealandDate();
            var signers = new List<Signer>();
            for (var number = 1; number <= count; number++)
            {
                var email = $"signer-{Guid.NewGuid():N}@agency.example";
                var person = Person.Appear(email, now);
                var account = Account.For(email, person.Id, now);
                account.NormalizedEmail = account.NormalizedUserName = email.ToUpperInvariant();
                account.SecurityStamp = Guid.NewGuid().ToString("N");
                var assignment = Assignment.Make(
                    agency.Id,
                    person.Id,
                    PersonKind.Employee,
                    programme.Id,
                    $"onboarding/{number}",
                    today.AddDays(-3),
                    today.AddDays(11),
                    [.. programme.Modules.Select(module => (module.ModuleSlug, 1))],
                    now
                );
                var signer = new Signer(
                    new CastMember(person.Id, account.Id, $"Signer Number{number}", email),
                    assignment
                );
                database.AddRange(
                    person,
                    PersonName.Learn(person.Id, signer.Member.Name, today.AddDays(-3), now),
                    Placement.Learn(
                        person.Id,
                        root,
                        PersonKind.Employee,
                        "Adviser",
                        null,
                        null,
                        null,
                        today.AddDays(-3),
                        null,
                        now
                    ),
                    account,
                    assignment
                );
                database.AddRange(OpenedBy(portal, services, signer));
                database.AddRange(PassedBy(portal, services, signer));
                signers.Add(signer);
            }

            await database.SaveChangesAsync();
            return signers;
        });
    }

    /// <summary>Signs as the use case does, in a scope of its own.</summary>
    public static Task<SigningResult> SignAsync(
        this TestPortal portal,
        Signer signer,
        Func<SigningRequest, SigningRequest>? change = null
    ) =>
        portal.WithAsync(async services =>
        {
            var sheet = await services
                .GetRequiredService<SigningSheets>()
                .ReadAsync(signer.Member.PersonId, signer.Assignment.Id, CancellationToken.None);
            var request = new SigningRequest
            {
                AssignmentId = signer.Assignment.Id,
                PersonId = signer.Member.PersonId,
                AccountId = signer.Member.AccountId,
                AuthenticationMethod = "password",
                ShownToken = sheet?.Token ?? "",
                IsDeclared = true,
                TypedName = signer.Member.Name,
            };
            return await services
                .GetRequiredService<Signing>()
                .SignAsync(change is null ? request : change(request), CancellationToken.None);
        });

    private static IEnumerable<OpenedSection> OpenedBy(
        TestPortal portal,
        IServiceProvider services,
        Signer signer
    ) =>
        ModulesOf(services, signer)
            .SelectMany(module => module.Sections)
            .Select(section =>
                OpenedSection.Open(
                    signer.Member.PersonId,
                    "any",
                    section.Id,
                    section.TextHash,
                    portal.Clock.GetUtcNow()
                )
            );

    private static IEnumerable<QuizAttempt> PassedBy(
        TestPortal portal,
        IServiceProvider services,
        Signer signer
    ) =>
        ModulesOf(services, signer)
            .Where(module => module.Quiz.Draw > 0)
            .Select(module =>
            {
                var at = portal.Clock.GetUtcNow();
                var attempt = QuizAttempt.Begin(
                    signer.Assignment,
                    module,
                    seed: 7,
                    module.Scenarios,
                    new HashSet<string>(),
                    at
                );
                while (attempt.Current is { } current)
                {
                    var scenario = module.FindScenario(current.ScenarioSlug)!;
                    int[] right =
                    [
                        .. scenario
                            .Options.Where(option => option.IsRight)
                            .Select(option => option.Index),
                    ];
                    attempt.Answer(scenario, right, at);
                }

                Assert.True(attempt.Conclude(at));
                return attempt;
            });

    private static IEnumerable<Module> ModulesOf(IServiceProvider services, Signer signer)
    {
        var library = services.GetRequiredService<ContentStore>().Library;
        return signer.Assignment.Modules.Select(module =>
            library.FindPublished(module.ModuleSlug)!
        );
    }
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Support;

/// <summary>A person with an account, as a test needs them.</summary>
public sealed record CastMember(Guid PersonId, Guid AccountId, string Name, string Email);

/// <summary>Small builders that put people and programmes into a test portal's database.</summary>
public static class Given
{
    /// <summary>The agency of a slug; taken in when it is not there yet.</summary>
    public static Task<Agency> AgencyAsync(this TestPortal portal, string slug = "kainga-ora") =>
        portal.WithDatabaseAsync(async database =>
        {
            var agency = await database.Agencies.SingleOrDefaultAsync(agency =>
                agency.Slug == slug
            );
            if (agency is null)
            {
                agency = Agency.Found(slug, $"Agency {slug}", slug, null, portal.Clock.GetUtcNow());
                var root = Unit.RootOf(agency.Id);
                database.AddRange(
                    agency,
                    root,
                    UnitFact.Learn(
                        root,
                        agency.Name,
                        null,
                        new DateOnly(2020, 1, 1),
                        portal.Clock.GetUtcNow()
                    )
                );
                await database.SaveChangesAsync();
            }

            return agency;
        });

    /// <summary>A unit below another, or below the agency's root.</summary>
    public static Task<Unit> UnitAsync(
        this TestPortal portal,
        Agency agency,
        string name,
        Unit? above = null
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var unit = Unit.Of(agency.Id, portal.Clock.GetUtcNow());
            database.AddRange(
                unit,
                UnitFact.Learn(
                    unit,
                    name,
                    above?.Id ?? agency.Id,
                    new DateOnly(2020, 1, 1),
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
            return unit;
        });

    /// <summary>A person with an account and a placement that began on a day (three days ago where it is left out).</summary>
    public static Task<CastMember> PersonAsync(
        this TestPortal portal,
        Agency agency,
        string name = "Aroha Pātea",
        PersonKind kind = PersonKind.Employee,
        Unit? unit = null,
        DateOnly? from = null,
        CastMember? ledBy = null,
        string? region = null
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var since = from ?? now.NewZealandDate().AddDays(-3);
            var email = $"person-{Guid.NewGuid():N}@agency.example";
            var person = Person.Appear(email, now);
            var place =
                unit ?? await database.Units.SingleAsync(candidate => candidate.Id == agency.Id);
            var account = NewAccount(email, person.Id, now);
            database.AddRange(
                person,
                PersonName.Learn(person.Id, name, since, now),
                Placement.Learn(
                    person.Id,
                    place,
                    kind,
                    "Adviser",
                    region,
                    null,
                    null,
                    since,
                    null,
                    now
                ),
                account
            );
            if (ledBy is not null)
            {
                database.Add(
                    Leadership.Learn(agency.Id, person.Id, ledBy.PersonId, false, since, null, now)
                );
            }

            await database.SaveChangesAsync();
            return new CastMember(person.Id, account.Id, name, email);
        });

    /// <summary>Gives somebody a role in an agency.</summary>
    public static Task RoleAsync(
        this TestPortal portal,
        CastMember member,
        PortalRole role,
        Agency agency
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                RoleGrant.Give(member.AccountId, role, agency.Id, null, portal.Clock.GetUtcNow())
            );
            await database.SaveChangesAsync();
        });

    /// <summary>Somebody who has a role in an agency, and a placement there.</summary>
    public static async Task<CastMember> PersonWithRoleAsync(
        this TestPortal portal,
        Agency agency,
        PortalRole role,
        string name = "Tamsin Okoro"
    )
    {
        var member = await portal.PersonAsync(agency, name);
        await portal.RoleAsync(member, role, agency);
        return member;
    }

    /// <summary>An onboarding programme that was launched, with its modules confirmed.</summary>
    public static Task<Programme> OnboardingAsync(
        this TestPortal portal,
        Agency agency,
        params string[] moduleSlugs
    ) => portal.ProgrammeAsync(agency, ProgrammeKind.Onboarding, moduleSlugs);

    /// <summary>A yearly programme, from 1 February to the last working day of March, that was launched.</summary>
    public static Task<Programme> YearlyAsync(
        this TestPortal portal,
        Agency agency,
        params string[] moduleSlugs
    ) => portal.ProgrammeAsync(agency, ProgrammeKind.Yearly, moduleSlugs);

    /// <summary>A programme that was launched sixty days ago, with its modules confirmed.</summary>
    public static Task<Programme> ProgrammeAsync(
        this TestPortal portal,
        Agency agency,
        ProgrammeKind kind,
        params string[] moduleSlugs
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            string[] slugs = moduleSlugs.Length > 0 ? moduleSlugs : ["be-social-media-aware"];
            var programme = Programme.DrawUp(
                agency.Id,
                $"{kind.ToString().ToLowerInvariant()}-{Guid.NewGuid():N}"[..30],
                kind,
                kind switch
                {
                    ProgrammeKind.Onboarding => "Getting started",
                    ProgrammeKind.Yearly => "Yearly acknowledgment",
                    ProgrammeKind.Election => "Before the election",
                    _ => "One more thing",
                },
                "What you need to know.",
                kind == ProgrammeKind.Election ? 5 : 10,
                slugs,
                Enum.GetValues<PersonKind>()
                    .ToDictionary(
                        kind => kind,
                        _ => "I have read and understood {modules} and agree to abide by them."
                    ),
                now
            );
            programme.Launch(slugs.ToHashSet(), now.AddDays(-60));
            database.Add(programme);
            await database.SaveChangesAsync();
            return programme;
        });

    /// <summary>An assignment of a person that is open today.</summary>
    public static Task<Assignment> AssignmentAsync(
        this TestPortal portal,
        CastMember member,
        Programme programme,
        DateOnly? opensOn = null,
        DateOnly? dueOn = null,
        PersonKind kind = PersonKind.Employee
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var today = portal.Clock.GetUtcNow().NewZealandDate();
            var assignment = Assignment.Make(
                programme.AgencyId,
                member.PersonId,
                kind,
                programme.Id,
                $"onboarding/{Guid.NewGuid():N}",
                opensOn ?? today.AddDays(-3),
                dueOn ?? today.AddDays(11),
                [
                    .. programme
                        .Modules.OrderBy(module => module.Order)
                        .Select(module => (module.ModuleSlug, 1)),
                ],
                portal.Clock.GetUtcNow()
            );
            database.Add(assignment);
            await database.SaveChangesAsync();
            return assignment;
        });

    private static Account NewAccount(string email, Guid personId, DateTimeOffset at)
    {
        var account = Account.For(email, personId, at);
        account.NormalizedEmail = account.NormalizedUserName = email.ToUpperInvariant();
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        return account;
    }
}

using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Programmes.Drafting;

namespace SocialMediaAware.Tests.Programmes.Drafting;

/// <summary>Drafts of programmes, and HR that makes them.</summary>
internal static class GivenDrafts
{
    public const string Words = "I have read and understood {modules} and agree.";

    /// <summary>The texts, without a portal.</summary>
    public static IStringLocalizer<DraftingTexts> Texts { get; } =
        new StringLocalizer<DraftingTexts>(
            new ResourceManagerStringLocalizerFactory(
                Options.Create(new Microsoft.Extensions.Localization.LocalizationOptions()),
                NullLoggerFactory.Instance
            )
        );

    /// <summary>A browser in which HR of an agency is signed in.</summary>
    public static async Task<HttpClient> HumanResourcesAsync(this TestPortal portal, Agency agency)
    {
        var member = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        return await portal.SignedInAsync(member.AccountId);
    }

    /// <summary>A programme that HR has begun.</summary>
    public static Task<Programme> DraftAsync(
        this TestPortal portal,
        Agency agency,
        ProgrammeKind kind = ProgrammeKind.Yearly,
        Func<ProgrammeTerms, ProgrammeTerms>? with = null
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var terms = new ProgrammeTerms
            {
                Name = "Yearly acknowledgment",
                Summary = "What you need to know.",
                ModuleSlugs = ["be-social-media-aware"],
                Statements = Enum.GetValues<PersonKind>().ToDictionary(kind => kind, _ => Words),
                Schedule = new()
                {
                    Window = kind is ProgrammeKind.Yearly ? YearlyWindow.Usual : null,
                },
            };
            var programme = Programme.Begin(
                agency.Id,
                $"draft-{Guid.NewGuid():N}",
                kind,
                with?.Invoke(terms) ?? terms,
                portal.Clock.GetUtcNow()
            );
            database.Add(programme);
            await database.SaveChangesAsync();
            return programme;
        });

    /// <summary>The terms that HR is working on now.</summary>
    public static Task<ProgrammeTerms> TermsAsync(this TestPortal portal, Programme programme) =>
        portal.WithDatabaseAsync(async database =>
            (await database.Programmes.SingleAsync(one => one.Id == programme.Id)).Draft!
        );

    /// <summary>Somebody else saves another summary.</summary>
    public static Task SaveMeanwhileAsync(this TestPortal portal, Programme programme) =>
        portal.WithDatabaseAsync(async database =>
        {
            var there = await database
                .Programmes.Include(one => one.Modules)
                .Include(one => one.Statements)
                .SingleAsync(one => one.Id == programme.Id);
            there.Propose(
                (there.Draft ?? there.TermsWith([])) with
                {
                    Summary = "Saved by a colleague.",
                }
            );
            await database.SaveChangesAsync();
        });

    /// <summary>Gives somebody a task from the day before.</summary>
    public static Task TaskAsync(
        this TestPortal portal,
        Agency agency,
        CastMember member,
        string flag
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var change = PeopleChange.Record(
                agency.Id,
                PeopleChangeKind.Relief,
                null,
                null,
                "For the test.",
                now
            );
            database.AddRange(
                change,
                PersonFlag.Learn(
                    agency.Id,
                    member.PersonId,
                    flag,
                    null,
                    now.NewZealandDate().AddDays(-1),
                    null,
                    change
                )
            );
            await database.SaveChangesAsync();
        });

    /// <summary>Places somebody in a second unit at once.</summary>
    public static Task SecondPlaceAsync(
        this TestPortal portal,
        CastMember member,
        Unit unit,
        PersonKind kind
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            database.Add(
                Placement.Learn(
                    member.PersonId,
                    unit,
                    kind,
                    "Helper",
                    null,
                    null,
                    null,
                    now.NewZealandDate().AddDays(-2),
                    null,
                    now
                )
            );
            await database.SaveChangesAsync();
        });

    /// <summary>Takes somebody's mail address away.</summary>
    public static Task WithoutAddressAsync(this TestPortal portal, CastMember member) =>
        portal.WithDatabaseAsync(async database =>
        {
            (await database.People.SingleAsync(one => one.Id == member.PersonId)).TakeAddress(null);
            await database.SaveChangesAsync();
        });

    /// <summary>The page, with its form going to another address: as a button of its own does.</summary>
    public static IDocument Towards(this IDocument page, string address)
    {
        page.QuerySelector("main form")!.SetAttribute("action", address);
        return page;
    }

    /// <summary>The address of a step.</summary>
    public static string StepOf(this Programme programme, string step) =>
        $"/programmes/{programme.Id}/edit/{step}";
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes.Running;

/// <summary>Programmes that HR has drawn up, and questions about them.</summary>
internal static class GivenProgrammes
{
    public const string Module = "be-social-media-aware";
    public const string OtherModule = "kainga-ora-social-media-guidance";

    /// <summary>Terms that can be launched: everybody reads one module.</summary>
    public static ProgrammeTerms Terms(params string[] moduleSlugs) =>
        new()
        {
            Name = "Getting to know the rules",
            Summary = "What you need to know.",
            ModuleSlugs = moduleSlugs.Length > 0 ? moduleSlugs : [Module],
            Statements = Enum.GetValues<PersonKind>()
                .ToDictionary(
                    kind => kind,
                    _ => "I have read and understood {modules} and agree to abide by them."
                ),
        };

    /// <summary>A one-off that opens today and is due in three weeks.</summary>
    public static ProgrammeTerms Once(TestPortal portal, params string[] moduleSlugs) =>
        Terms(moduleSlugs) with
        {
            Schedule = new()
            {
                OpensOn = portal.Clock.Today(),
                DueOn = portal.Clock.Today().AddDays(21),
            },
        };

    /// <summary>A programme that HR is drawing up.</summary>
    public static Task<Programme> DraftAsync(
        this TestPortal portal,
        Agency agency,
        ProgrammeKind kind,
        ProgrammeTerms terms
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var programme = Programme.Begin(
                agency.Id,
                $"drawn-up-{Guid.NewGuid():N}"[..30],
                kind,
                terms,
                portal.Clock.GetUtcNow()
            );
            database.Add(programme);
            await database.SaveChangesAsync();
            return programme;
        });

    /// <summary>Has an agency confirm modules as its rules in force.</summary>
    public static Task ConfirmAsync(
        this TestPortal portal,
        Agency agency,
        params string[] moduleSlugs
    ) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<Web.Data.PortalDbContext>();
            var library = services.GetRequiredService<ContentStore>().Library;
            database.AddRange(
                (moduleSlugs.Length > 0 ? moduleSlugs : [Module]).Select(slug =>
                    RuleConfirmation.Confirm(
                        agency.Id,
                        slug,
                        library.FindPublished(slug)!.Version.Major,
                        "The union",
                        null,
                        portal.Clock.GetUtcNow()
                    )
                )
            );
            await database.SaveChangesAsync();
        });

    /// <summary>Keeps terms that HR is working on.</summary>
    public static Task ProposeAsync(
        this TestPortal portal,
        Programme programme,
        Func<ProgrammeTerms, ProgrammeTerms> change
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var kept = await FindAsync(database, programme.Id);
            kept.Propose(change(kept.Draft ?? kept.TermsWith([])));
            await database.SaveChangesAsync();
        });

    /// <summary>The browser of somebody who is HR in an agency.</summary>
    public static async Task<HttpClient> HumanResourcesAsync(
        this TestPortal portal,
        Agency agency
    ) =>
        await portal.SignedInAsync(
            (await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources)).AccountId
        );

    /// <summary>Looks at a page about a programme and confirms it: true when it was done.</summary>
    /// <param name="browser">HR's.</param>
    /// <param name="portal">The portal: a minute passes, so that what is done has an order.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="act">The last part of the address.</param>
    /// <param name="revision">The revision that was looked at, where it is another than the page's.</param>
    public static async Task<bool> ConfirmAsync(
        this HttpClient browser,
        TestPortal portal,
        Programme programme,
        string act,
        int? revision = null
    )
    {
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        var address = $"/programmes/{programme.Id}/{act}";
        var page = await browser.PageAsync(address);
        List<(string, string?)> fields = [("Reason", "It was asked for.")];
        if (revision is not null)
        {
            fields.Add(("Revision", $"{revision}"));
        }

        using var answer = await browser.SubmitAsync(page, address, "main form", [.. fields]);
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    /// <summary>A programme that HR has drawn up and launched today, with its assignments.</summary>
    public static async Task<Programme> LaunchedAsync(
        this TestPortal portal,
        HttpClient browser,
        Agency agency,
        ProgrammeTerms terms,
        ProgrammeKind kind = ProgrammeKind.OneOff
    )
    {
        var programme = await portal.DraftAsync(agency, kind, terms);
        return await browser.ConfirmAsync(portal, programme, "launch")
            ? await portal.ProgrammeAsync(programme.Id)
            : throw new InvalidOperationException("It was not launched.");
    }

    public static Task<Programme> ProgrammeAsync(this TestPortal portal, Guid id) =>
        portal.WithDatabaseAsync(database => FindAsync(database, id));

    public static Task<List<Assignment>> AssignmentsAsync(this TestPortal portal, Guid id) =>
        portal.WithDatabaseAsync(database =>
            database
                .Assignments.AsNoTracking()
                .Include(one => one.Modules)
                .Where(one => one.ProgrammeId == id)
                .OrderBy(one => one.PersonId)
                .ToListAsync()
        );

    public static Task<List<ProgrammeChange>> ChangesAsync(this TestPortal portal, Guid id) =>
        portal.WithDatabaseAsync(database =>
            database
                .ProgrammeChanges.AsNoTracking()
                .Where(one => one.ProgrammeId == id)
                .OrderBy(one => one.At)
                .ToListAsync()
        );

    public static Task<int> PlanAsync(this TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<PlanAssignments>().RunAsync(CancellationToken.None)
        );

    private static Task<Programme> FindAsync(Web.Data.PortalDbContext database, Guid id) =>
        database
            .Programmes.Include(one => one.Modules)
            .Include(one => one.Statements)
            .Include(one => one.Pauses)
            .AsSplitQuery()
            .SingleAsync(one => one.Id == id);
}

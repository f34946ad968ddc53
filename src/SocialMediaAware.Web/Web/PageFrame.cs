using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Assisted;
using SocialMediaAware.Web.Features.Clock;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Web;

/// <summary>A link in the header; its words are a key of the shared texts.</summary>
public sealed record HeaderLink(string TextKey, string Href, bool IsCurrent);

/// <summary>What the layout shows round every page.</summary>
public sealed record PageFrameContent(
    string? AgencyName,
    string? AgencyFullName,
    bool IsDemonstration,
    bool CanMoveDate,
    DateOnly? MovedDate,
    IReadOnlyList<HeaderLink> Links,
    IReadOnlyList<string> ContentMessages,
    PhaseLine? Phase,
    bool IsShared
);

/// <summary>Finds what the layout shows round a page: the agency's name, and the links that this person's roles open.</summary>
public sealed class PageFrame(
    PortalDbContext database,
    SignedIn signedIn,
    ContentStore content,
    DemonstrationMode demonstration,
    TimeProvider clock,
    PhaseBanner phaseBanner,
    IWebHostEnvironment environment
)
{
    private static readonly (string TextKey, string Href, PortalRole[] Roles)[] Places =
    [
        ("MyCommitments", "/", []),
        ("Library", "/learning", []),
        ("Receipts", "/attestations", [PortalRole.Staff]),
        ("Questions", "/questions", [PortalRole.IntegrityAdviser]),
        ("Team", "/team", [PortalRole.Leader]),
        ("People", "/people", [PortalRole.HumanResources, PortalRole.Auditor]),
        ("Programmes", "/programmes", [PortalRole.HumanResources]),
        ("Reports", "/reports", [PortalRole.HumanResources, PortalRole.Auditor]),
        ("Content", "/content", [PortalRole.ContentOwner, PortalRole.HumanResources]),
        ("Elections", "/elections", [PortalRole.HumanResources, PortalRole.Administrator]),
        ("Reminders", "/reminders", [PortalRole.HumanResources, PortalRole.Auditor]),
        ("AuditLog", "/audit", [PortalRole.Auditor, PortalRole.Administrator]),
        ("Roles", "/settings/roles", [PortalRole.Administrator]),
        ("Jobs", "/settings/jobs", [PortalRole.Administrator, PortalRole.Auditor]),
    ];

    /// <summary>Builds it for a request.</summary>
    public async Task<PageFrameContent> BuildAsync(HttpContext context)
    {
        var agencyIds = signedIn.AgencyIds.ToArray();
        var agency =
            agencyIds.Length == 1
                ? await database
                    .Agencies.Where(agency => agency.Id == agencyIds[0])
                    .Select(agency => new { agency.ShortName, agency.Name })
                    .SingleOrDefaultAsync(context.RequestAborted)
                : null;
        return new PageFrameContent(
            agency?.ShortName,
            agency?.Name,
            demonstration.IsOn,
            clock is PortalClock && signedIn.IsSomebody && !IsShared,
            clock is PortalClock { IsMoved: true } ? clock.Today() : null,
            signedIn.IsSomebody && !IsShared ? [.. LinksFor(context.Request.Path)] : [],
            environment.IsDevelopment() && content.HasErrors
                ?
                [
                    .. content
                        .Messages.Where(message => message.Severity == Severity.Error)
                        .Select(message => message.ToString()),
                ]
                : [],
            await PhaseAsync(agencyIds, context),
            IsShared
        );
    }

    // A shared screen shows no way to anywhere else.
    private bool IsShared => signedIn.AuthenticationMethod == AssistedSession.Method;

    // Pages round signing in speak of nothing else.
    private async Task<PhaseLine?> PhaseAsync(Guid[] agencyIds, HttpContext context) =>
        IsShared
        || agencyIds.Length == 0
        || context.Request.Path.StartsWithSegments("/accounts", StringComparison.Ordinal)
            ? null
            : await phaseBanner.FindAsync(agencyIds, context.RequestAborted);

    private IEnumerable<HeaderLink> LinksFor(PathString path) =>
        Places
            .Where(place => place.Roles.Length == 0 || place.Roles.Any(signedIn.HasAnywhere))
            .Select(place => new HeaderLink(
                place.TextKey,
                place.Href,
                IsDoing(path) ? place.Href == "/"
                    : place.Href == "/" ? path == "/"
                    : path.StartsWithSegments(place.Href, StringComparison.Ordinal)
            ));

    // Whoever is on the way through an assignment is with their commitments, whichever room the page is in.
    private static bool IsDoing(PathString path) =>
        path.StartsWithSegments("/learning/assignments", StringComparison.Ordinal)
        || path.StartsWithSegments("/quizzes", StringComparison.Ordinal)
        || path.StartsWithSegments("/more-time", StringComparison.Ordinal)
        || path.StartsWithSegments("/attestations/sign", StringComparison.Ordinal);
}

/// <summary>Whether the portal shows made-up people: in Development only.</summary>
public sealed record DemonstrationMode(bool IsOn);

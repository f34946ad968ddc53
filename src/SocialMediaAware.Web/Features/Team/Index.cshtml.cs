using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>A leader's people, and who of them owes what. Each view is written to the audit log.</summary>
public sealed class IndexModel(TeamPages pages, PersonTies ties, SignedIn signedIn, AuditLog audit)
    : PageModel
{
    /// <summary>The word for those who need attention, as addresses name them.</summary>
    internal const string InNeed = "needs-attention";

    /// <summary>Whom to show: <c>needs-attention</c>, or everybody.</summary>
    [FromQuery(Name = "show")]
    public string? Show { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The people of this page.</summary>
    public TeamPage Team { get; private set; } = null!;

    /// <summary>Whether the reader leads people of their own, and can name an assistant.</summary>
    public bool Leads { get; private set; }

    /// <summary>Whether only those are shown who need attention.</summary>
    public bool OnlyInNeed => Show == InNeed;

    /// <summary>The address of a page of the same list.</summary>
    public string AddressOf(int page) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/team?{(OnlyInNeed ? $"show={InNeed}&" : "")}page={page}"
        );

    /// <summary>Where the same list can be had as files.</summary>
    public ReportDownloads Downloads =>
        ReportDownloads.Of(format => DownloadOf(OnlyInNeed, format));

    /// <summary>The address of the list as a file.</summary>
    internal static string DownloadOf(bool onlyInNeed, ReportFormat format) =>
        $"/team/download?{(onlyInNeed ? $"show={InNeed}&" : "")}format={format.Word()}";

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(
        [FromQuery(Name = "page")] string? page,
        CancellationToken cancellationToken
    )
    {
        _ = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        Team = await pages.ReadAsync(OnlyInNeed, number, cancellationToken);
        Leads = (await ties.LedAgenciesAsync(cancellationToken)).Count > 0;
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            signedIn.AgenciesAs(PortalRole.Leader)[0],
            AddressOf(Team.Page),
            string.Create(CultureInfo.InvariantCulture, $"page {Team.Page}: {Team.Lines.Count}"),
            cancellationToken
        );
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>The reader's own team as a file: the same people as on the page.</summary>
public sealed class DownloadModel(TeamTable table, SignedIn signedIn) : PageModel
{
    /// <summary>Gives the file.</summary>
    public async Task<IActionResult> OnGetAsync(
        string? show,
        string? format,
        CancellationToken cancellationToken
    )
    {
        if (
            show is not (null or "" or IndexModel.InNeed)
            || ReportFormats.Find(format) is not { } wanted
        )
        {
            return NotFound();
        }

        return new ExportResult(
            await table.MakeAsync(show == IndexModel.InNeed, cancellationToken),
            wanted,
            signedIn.AgenciesAs(PortalRole.Leader)[0],
            IndexModel.DownloadOf(show == IndexModel.InNeed, wanted)
        );
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>A released pack as a ZIP file. Each download is written to the audit log before its first byte is sent.</summary>
public sealed class DownloadModel(InformationPacks packs, PackZip zip, AuditLog audit) : PageModel
{
    /// <summary>Gives the file. What was not released is not found.</summary>
    public async Task<IActionResult> OnGetAsync(Guid pack, CancellationToken cancellationToken)
    {
        if (await packs.FindAsync(pack, cancellationToken) is not { Released: { } released } found)
        {
            return NotFound();
        }

        await audit.WriteAsync(
            AuditActions.InformationPackDownloaded,
            found.Agency.Id,
            PackAddress.Of(pack),
            $"{found.Request.Reference}: manifest {released.ManifestHash}",
            cancellationToken
        );
        return new PackZipResult($"{PackNames.FileOf(found.Request.Reference)}.zip", released, zip);
    }
}

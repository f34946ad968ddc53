using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.EvidenceFiles;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>
/// A file that was kept as evidence, a scan too, as a download under a name of ours: a browser never shows it inside the portal.
/// Each view is written to the audit log.
/// </summary>
public sealed class FileModel(EvidenceFileAccess files) : PageModel
{
    /// <summary>Gives it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid file, CancellationToken cancellationToken)
    {
        if (await files.OpenAsync(file, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        return File(
            found.Content,
            EvidenceFile.MediaTypeOf(found.Kind),
            $"evidence-{found.Id}.{EvidenceFile.EndingOf(found.Kind)}"
        );
    }
}

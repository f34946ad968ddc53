using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>Hands out all that is held on whoever is signed in, as one file.</summary>
public sealed class DownloadModel(
    OwnDataFile file,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
) : PageModel
{
    /// <summary>Hands it out. That it was asked for is written down before its first byte is sent.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await audit.WriteAsync(
            AuditActions.OwnDataAsked,
            agencyId: null,
            $"{signedIn.PersonId}",
            "download",
            cancellationToken
        );
        Response.Headers.CacheControl = "no-store";
        Response.ContentType = "application/json; charset=utf-8";
        var day = clock.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Response.Headers.ContentDisposition = $"attachment; filename=\"my-data-{day}.json\"";
        await file.WriteAsync(Response.BodyWriter, cancellationToken);
        return new EmptyResult();
    }
}

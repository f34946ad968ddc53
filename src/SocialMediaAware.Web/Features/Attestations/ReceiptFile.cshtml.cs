using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Hands out a receipt as the file that can be checked without the portal.</summary>
public sealed class ReceiptFileModel(ReceiptAccess access) : PageModel
{
    /// <summary>Hands it out.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(id, cancellationToken) is not { } receipt)
        {
            return NotFound();
        }

        // It names a person: nothing between us and them keeps a copy.
        Response.Headers.CacheControl = "no-store";
        return File(
            receipt.Receipt.ToUtf8(),
            "application/json",
            $"receipt-{receipt.Receipt.Index}.json"
        );
    }
}

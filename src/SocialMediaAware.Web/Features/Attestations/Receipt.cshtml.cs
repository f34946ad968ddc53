using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Shows a receipt, checked just now, on one page that prints.</summary>
public sealed class ReceiptModel(ReceiptAccess access) : PageModel
{
    /// <summary>The receipt.</summary>
    public CheckedReceipt Checked { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(id, cancellationToken) is not { } receipt)
        {
            return NotFound();
        }

        Checked = receipt;
        return Page();
    }

    /// <summary>The text that says how it was signed, where somebody was helped; null for everybody else.</summary>
    public static string? HowKeyOf(string method) =>
        method switch
        {
            "assisted-code" => "ReceiptHowAssisted",
            "paper" => "ReceiptHowPaper",
            _ => null,
        };

    /// <summary>The first and the last digits of a fingerprint: enough to compare two papers by eye.</summary>
    public static string Short(Evidence.TreeHash hash)
    {
        var digits = hash.ToHex();
        return $"{digits[..4]} {digits[4..8]} … {digits[^4..]}";
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Shows the ledger's public key to everybody: whoever has a receipt checks it with this.</summary>
[AllowAnonymous]
public sealed class VerificationKeyModel(LedgerKey key) : PageModel
{
    /// <summary>The key, one line of text.</summary>
    public IActionResult OnGet() => Content($"{key.VerificationKey.ToText()}\n", "text/plain");
}

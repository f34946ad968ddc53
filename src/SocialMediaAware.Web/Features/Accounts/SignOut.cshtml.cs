using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>Signs out. A link that leads here only asks, so that no page elsewhere can sign anybody out.</summary>
public sealed class SignOutModel(SessionCookie session, SignedIn signedIn) : PageModel
{
    /// <summary>Asks; who is signed out already goes to the sign-in page.</summary>
    public IActionResult OnGet() => signedIn.IsSomebody ? Page() : Redirect("/accounts/sign-in");

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await session.EndAsync();
        return Redirect("/accounts/sign-in");
    }
}

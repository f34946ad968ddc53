using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>Signs in with a mail address and a password.</summary>
[EnableRateLimiting(SignInRate.Policy)]
public sealed class SignInModel(
    PasswordSignIn signIn,
    DemonstrationMode demonstration,
    IStringLocalizer<AccountsTexts> texts
) : PageModel
{
    /// <summary>The mail address.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The password; never sent back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards: an address of this portal, anything else is left aside.</summary>
    [BindProperty(SupportsGet = true)]
    [SuppressMessage("Design", "CA1056", Justification = "As it comes in; checked before use.")]
    public string? From { get; set; }

    /// <summary>Whether members of the demonstration can sign in.</summary>
    public bool IsDemonstration => demonstration.IsOn;

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>Tries to sign in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(nameof(Email), Email, "EmailMissing");
        Require(nameof(Password), Password, "PasswordMissing");
        if (ModelState.IsValid)
        {
            var verdict = await signIn.TryAsync(Email!, Password!, cancellationToken);
            if (verdict is PasswordVerdict.Right)
            {
                return LocalRedirect(Url.IsLocalUrl(From) ? From : "/");
            }

            ModelState.AddModelError(
                nameof(Password),
                texts[verdict is PasswordVerdict.Wrong ? "NoMatch" : "Locked"]
            );
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private void Require(string field, string? value, string textKey)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            ModelState.AddModelError(field, texts[textKey]);
        }
    }
}

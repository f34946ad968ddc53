using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>Changes the password.</summary>
[EnableRateLimiting(SignInRate.Policy)]
public sealed class PasswordModel(
    PortalDbContext database,
    PasswordChange change,
    SignedIn signedIn,
    IStringLocalizer<AccountsTexts> texts
) : PageModel
{
    private string email = "";

    /// <summary>The password as it is; never sent back.</summary>
    [BindProperty]
    public string? Current { get; set; }

    /// <summary>The new one; never sent back.</summary>
    [BindProperty]
    public string? Changed { get; set; }

    /// <summary>The new one again.</summary>
    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Whether it was just changed.</summary>
    [TempData]
    public bool WasChanged { get; set; }

    /// <summary>Whether the account has no password: it signs in another way.</summary>
    public bool HasNone { get; private set; }

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Validate();
        if (ModelState.IsValid && !HasNone)
        {
            var verdict = await change.ChangeAsync(Current!, Changed!, cancellationToken);
            if (verdict is PasswordVerdict.Right)
            {
                WasChanged = true;
                return Redirect("/accounts/password");
            }

            ModelState.AddModelError(
                nameof(Current),
                texts[
                    verdict is PasswordVerdict.Wrong
                        ? "CurrentPasswordWrong"
                        : "CurrentPasswordLocked"
                ]
            );
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var account = await database
            .Users.Where(account => account.Id == signedIn.AccountId)
            .Select(account => new { account.Email, HasNone = account.PasswordHash == null })
            .SingleAsync(cancellationToken);
        (email, HasNone) = (account.Email ?? "", account.HasNone);
    }

    private void Validate()
    {
        if (string.IsNullOrEmpty(Current))
        {
            ModelState.AddModelError(nameof(Current), texts["CurrentPasswordMissing"]);
        }

        if (
            ModelState.CheckNewPassword(
                nameof(Changed),
                Changed,
                nameof(Again),
                Again,
                email,
                texts
            )
        )
        {
            if (Changed == Current)
            {
                ModelState.AddModelError(nameof(Changed), texts["PasswordSame"]);
            }
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Accounts.Links;

/// <summary>Asks for a link to choose another password.</summary>
[EnableRateLimiting(SignInRate.Policy)]
public sealed class ForgottenModel(AskingForLink asking, IStringLocalizer<AccountsTexts> texts)
    : PageModel
{
    /// <summary>The mail address.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Whether it was asked for just now.</summary>
    [TempData]
    public bool IsAsked { get; set; }

    /// <summary>Asks for the address, or says what happens next.</summary>
    public void OnGet() { }

    /// <summary>Asks for a link.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var email = Email?.Trim() ?? "";
        if (
            !new EmailAddressAttribute().IsValid(email) || email.Length is 0 or > Person.EmailLength
        )
        {
            ModelState.AddModelError(nameof(Email), texts["EmailInvalid"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await asking.AskAsync(email, cancellationToken);
        IsAsked = true;
        return Redirect("/accounts/forgotten");
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>Makes the first administrator, for whoever has the link that the start printed.</summary>
[EnableRateLimiting(SignInRate.Policy)]
public sealed class FirstAdministratorModel(
    FirstAdministrator first,
    IStringLocalizer<AccountsTexts> texts
) : PageModel
{
    /// <summary>The link's secret.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>The mail address.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The password; never sent back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The password again.</summary>
    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Whether the link works.</summary>
    public bool LinkWorks { get; private set; } = true;

    /// <summary>Shows the form, or says that the link does not work.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await first.WorksAsync(Key, cancellationToken) ? Page() : Gone();

    /// <summary>Makes the account.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await first.WorksAsync(Key, cancellationToken))
        {
            return Gone();
        }

        Validate();
        if (ModelState.IsValid)
        {
            switch (await first.MakeAsync(Key, Email!.Trim(), Password!, cancellationToken))
            {
                case FirstAdministratorOutcome.Made:
                    return Redirect("/settings/roles");
                case FirstAdministratorOutcome.LinkGone:
                    return Gone();
                default:
                    ModelState.AddModelError(nameof(Email), texts["EmailTaken"]);
                    break;
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private PageResult Gone()
    {
        LinkWorks = false;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private void Validate()
    {
        var email = Email?.Trim() ?? "";
        if (
            !new EmailAddressAttribute().IsValid(email) || email.Length is 0 or > Person.EmailLength
        )
        {
            ModelState.AddModelError(nameof(Email), texts["EmailInvalid"]);
        }

        ModelState.CheckNewPassword(nameof(Password), Password, nameof(Again), Again, email, texts);
    }
}

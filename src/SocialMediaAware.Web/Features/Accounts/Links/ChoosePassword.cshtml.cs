using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Accounts.Links;

/// <summary>
/// Chooses a password, for whoever has a link from a mail. Looking uses nothing up: mail programs follow links before people do.
/// </summary>
[EnableRateLimiting(SignInRate.Policy)]
public sealed class ChoosePasswordModel(PasswordLinks links, IStringLocalizer<AccountsTexts> texts)
    : PageModel
{
    /// <summary>The link's secret.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>The password; never sent back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The password again.</summary>
    [BindProperty]
    public string? Again { get; set; }

    /// <summary>The link; null when it does not work.</summary>
    public WorkingLink? Link { get; private set; }

    /// <summary>Shows the form, or says that the link does not work.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Link = await links.FindAsync(Key, cancellationToken);
        return Link is null ? Gone() : Page();
    }

    /// <summary>Takes the password, and signs in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Link = await links.FindAsync(Key, cancellationToken);
        if (Link is null)
        {
            return Gone();
        }

        var isRight = ModelState.CheckNewPassword(
            nameof(Password),
            Password,
            nameof(Again),
            Again,
            Link.Email,
            texts
        );
        if (!isRight)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return await links.UseAsync(Key, Password!, cancellationToken) ? Redirect("/") : Gone();
    }

    private PageResult Gone()
    {
        Link = null;
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>
/// The shared screen: type your code. Whoever comes here is done: a visit that was going on is over, so that this page always means
/// that nobody is signed in.
/// </summary>
[EnableRateLimiting(SignInRate.Policy)]
public sealed class ScreenModel(
    SharedScreens screens,
    CodeEntry entry,
    SessionCookie signIn,
    SignedIn signedIn,
    IStringLocalizer<AssistedTexts> texts
) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The screen.</summary>
    public ScreenOfSession Screen { get; private set; } = null!;

    /// <summary>Shows it; where the session is over, or the device is no screen, there is nothing here.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (signedIn.AuthenticationMethod == AssistedSession.Method)
        {
            await signIn.EndAsync();
            Response.Headers["Clear-Site-Data"] = "\"cache\"";
            return Redirect(AssistedBounds.ScreenAddress);
        }

        return await FindAsync(cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Tries the code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        var verdict = await entry.TryAsync(Screen, Code, cancellationToken);
        if (verdict == CodeVerdict.Right)
        {
            return Redirect(AssistedBounds.TasksAddress);
        }

        // What was typed is not shown again: it may be somebody's code with one letter wrong.
        ModelState.Clear();
        Code = null;
        ModelState.AddModelError(nameof(Code), texts[$"Code{verdict}"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The device is no screen any more.</summary>
    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        await screens.EndAsync(Screen, cancellationToken);
        return Redirect("/accounts/sign-in");
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await screens.FindAsync(cancellationToken) is not { } screen)
        {
            return false;
        }

        (Screen, ViewData["Shared"]) = (screen, true);
        return true;
    }
}

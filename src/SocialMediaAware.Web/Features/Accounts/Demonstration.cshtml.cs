using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>
/// Signs in as a member of the demonstration, without a password. Outside Development the page has no address at all: see
/// <c>PortalServices</c>.
/// </summary>
public sealed class DemonstrationModel(
    PortalDbContext database,
    DemonstrationPeople people,
    SessionCookie session,
    IStringLocalizer<AccountsTexts> texts
) : PageModel
{
    /// <summary>The method that the session carries.</summary>
    public const string Method = "demonstration";

    /// <summary>Where to go afterwards: an address of this portal, anything else is left aside.</summary>
    [BindProperty(SupportsGet = true)]
    [SuppressMessage("Design", "CA1056", Justification = "As it comes in; checked before use.")]
    public string? From { get; set; }

    /// <summary>A part of a name or mail address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>A few members for each role.</summary>
    public IReadOnlyList<DemonstrationGroup> Groups { get; private set; } = [];

    /// <summary>Who was found; null when nobody was looked for.</summary>
    public IReadOnlyList<DemonstrationChoice>? Found { get; private set; }

    /// <summary>Shows who there is.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Signs in as one of them.</summary>
    public async Task<IActionResult> OnPostAsync(Guid account, CancellationToken cancellationToken)
    {
        if (
            await database.Users.FindAsync([account], cancellationToken) is
            { DisabledAt: null } member
        )
        {
            await session.IssueAsync(member, Method);
            return LocalRedirect(Url.IsLocalUrl(From) ? From : "/");
        }

        ModelState.AddModelError("", texts["DemonstrationGone"]);
        await ReadAsync(cancellationToken);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Groups = await people.NamedAsync(cancellationToken);
        Found = string.IsNullOrWhiteSpace(Search)
            ? null
            : await people.FindAsync(Search.Trim(), cancellationToken);
    }
}

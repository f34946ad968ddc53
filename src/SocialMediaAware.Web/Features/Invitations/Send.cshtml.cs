using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Invitations;

/// <summary>Says how many people would be invited, and invites them.</summary>
public sealed class SendModel(
    InvitationList list,
    InvitationSearches searches,
    Inviting inviting,
    MailSettings mail,
    IStringLocalizer<InvitationsTexts> texts
) : PageModel
{
    /// <summary>So many are invited at once; for the others one asks again.</summary>
    public const int MostAtOnce = 5_000;

    private InvitationSearch search = null!;

    /// <summary>How many people were shown when it was confirmed.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>How many people would be invited.</summary>
    public int Count { get; private set; }

    /// <summary>How many minutes their mails take; 0 where no limit is set.</summary>
    public int Minutes =>
        mail.MailsPerMinute > 0
            ? (Math.Min(Count, MostAtOnce) + mail.MailsPerMinute - 1) / mail.MailsPerMinute
            : 0;

    /// <summary>The list.</summary>
    public string ListAddress => searches.AddressOf("/people/invitations", search);

    /// <summary>This page.</summary>
    public string SendAddress => searches.AddressOf("/people/invitations/send", search);

    /// <summary>Shows how many they are.</summary>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery] string? agency,
        [FromQuery] string? state,
        [FromQuery] string? q,
        CancellationToken cancellationToken
    ) => await FindAsync(agency, state, q, cancellationToken) ? Page() : NotFound();

    /// <summary>Invites them.</summary>
    public async Task<IActionResult> OnPostAsync(
        [FromQuery] string? agency,
        [FromQuery] string? state,
        [FromQuery] string? q,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(agency, state, q, cancellationToken))
        {
            return NotFound();
        }

        if (Seen != Count)
        {
            ModelState.Clear();
            ModelState.AddModelError("", texts["CountChanged"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var people = await list.FirstAsync(search, MostAtOnce, cancellationToken);
        var counts = await inviting.InviteAsync(search.AgencyId, people, cancellationToken);
        TempData[nameof(IndexModel.Notice)] = texts.Said(counts);
        return Redirect(ListAddress);
    }

    private async Task<bool> FindAsync(
        string? agency,
        string? state,
        string? words,
        CancellationToken cancellationToken
    )
    {
        var agencies = await searches.AgenciesAsync(cancellationToken);
        if (
            searches.Read(agencies, agency, state, words) is not { } found
            || found.State is InvitationState.NoAddress
        )
        {
            return false;
        }

        search = found;
        Count = await list.CountAsync(found, cancellationToken);
        return true;
    }
}

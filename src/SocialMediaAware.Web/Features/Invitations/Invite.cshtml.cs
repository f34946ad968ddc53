using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts.Links;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Records;

namespace SocialMediaAware.Web.Features.Invitations;

/// <summary>Sends one person a link: to choose their first password, or another one.</summary>
public sealed class InviteModel(
    RecordAccess access,
    WayIn wayIn,
    Inviting inviting,
    AskingForLink asking,
    IStringLocalizer<InvitationsTexts> texts
) : PageModel
{
    /// <summary>Whose record it is.</summary>
    public OpenedRecord Record { get; private set; } = null!;

    /// <summary>Whether they have a password already, so that the link is for another one.</summary>
    public bool IsReset { get; private set; }

    /// <summary>Why no link can be sent, as a word of the texts; null when one can.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken) =>
        await FindAsync(person, cancellationToken) ? Page() : NotFound();

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancellationToken)
    {
        if (!await FindAsync(person, cancellationToken))
        {
            return NotFound();
        }

        if (WhyNot is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (IsReset)
        {
            await asking.SendAsync(person, Record.AgencyId, cancellationToken);
            TempData[nameof(PersonPageModel.Notice)] = texts["ResetSent"].Value;
        }
        else
        {
            var counts = await inviting.InviteAsync(Record.AgencyId, [person], cancellationToken);
            TempData[nameof(PersonPageModel.Notice)] = texts.Said(counts);
        }

        return Redirect($"/people/person/{person}");
    }

    private async Task<bool> FindAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await access.FindKeptAsync(person, cancellationToken) is not { } record)
        {
            return false;
        }

        Record = record;
        (IsReset, WhyNot) = await wayIn.LookAsync(person, record.AgencyId, cancellationToken);
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Reminders.Keeping;

/// <summary>Asks whether a mail shall be sent again, and sends it.</summary>
public sealed class AgainModel(
    OutboxPages pages,
    SendingAgain sending,
    IStringLocalizer<KeepingTexts> texts
) : PageModel
{
    /// <summary>The mail's id.</summary>
    [FromRoute(Name = "mail")]
    public Guid MailId { get; set; }

    /// <summary>The mail.</summary>
    public OutboxMessage Message { get; private set; } = null!;

    /// <summary>Whether it can be sent again.</summary>
    public bool CanGoAgain { get; private set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Sends it. What waits already, or went meanwhile, is not sent twice by a second click.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (await sending.SendAsync(MailId, cancellationToken))
        {
            TempData[nameof(IndexModel.Notice)] = texts["SentAgain"].Value;
            return Redirect($"/reminders/{MailId}");
        }

        ModelState.AddModelError("", texts["CannotGoAgain"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await pages.FindKeptAsync(MailId, cancellationToken) is not { } message)
        {
            return false;
        }

        Message = message;
        CanGoAgain = await pages.CanGoAgainAsync(MailId, cancellationToken);
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>One mail as its reader gets it. Each view is written to the audit log.</summary>
public sealed class MailModel(
    OutboxPages pages,
    MailSettings settings,
    PortalAddress address,
    AuditLog audit
) : PageModel
{
    /// <summary>The mail's id.</summary>
    [FromRoute(Name = "mail")]
    public Guid MailId { get; set; }

    /// <summary>What was done on another page that led here.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Whether whoever looks can send it again.</summary>
    public bool CanGoAgain { get; private set; }

    /// <summary>Whether it waits because all mail of its agency is held.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>When it is tried next (UTC); null unless it waits.</summary>
    public DateTimeOffset? NextTry =>
        Message.State is OutboxState.Pending && !IsHeld ? Message.NotBefore : null;

    /// <summary>The mail.</summary>
    public OutboxMessage Message { get; private set; } = null!;

    /// <summary>Its headers; empty when its address is none.</summary>
    public string Headers { get; private set; } = "";

    /// <summary>Its HTML, read and cleaned once more.</summary>
    public string Html { get; private set; } = "";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(MailId, cancellationToken) is not { } message)
        {
            return NotFound();
        }

        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            message.AgencyId,
            $"/reminders/{message.Id}",
            "",
            cancellationToken
        );

        Message = message;
        CanGoAgain = await pages.CanGoAgainAsync(MailId, cancellationToken);
        IsHeld = await pages.IsHeldAsync(message, cancellationToken);
        if (!message.IsAcrossAgencies)
        {
            Headers = MimeMail.IsAddress(message.ToAddress)
                ? MimeMail.HeadersOf(message.Mailed(settings))
                : "";
            Html = MailPreview.Of(message.Html, address.Root);
        }

        return Page();
    }
}

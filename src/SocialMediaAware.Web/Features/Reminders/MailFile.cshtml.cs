using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>One mail as the file that is handed over. Each view is written to the audit log.</summary>
public sealed class MailFileModel(OutboxPages pages, MailSettings settings, AuditLog audit)
    : PageModel
{
    /// <summary>The mail's id.</summary>
    [FromRoute(Name = "mail")]
    public Guid MailId { get; set; }

    /// <summary>Gives it. A mail across agencies is not given, and one whose address is none cannot be written.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var message = await pages.FindAsync(MailId, cancellationToken);
        if (message is not { IsAcrossAgencies: false } || !MimeMail.IsAddress(message.ToAddress))
        {
            return NotFound();
        }

        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            message.AgencyId,
            $"/reminders/{message.Id}",
            "file",
            cancellationToken
        );
        return File(
            MimeMail.Write(message.Mailed(settings)),
            "message/rfc822",
            $"{message.MailId.Split('@')[0]}.eml"
        );
    }
}

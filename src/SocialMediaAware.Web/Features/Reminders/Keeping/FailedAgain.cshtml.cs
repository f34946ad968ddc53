using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reminders.Keeping;

/// <summary>Asks whether all mails that failed, of those looked for, shall be sent again, and sends them.</summary>
public sealed class FailedAgainModel(
    OutboxPages pages,
    SendingAgain sending,
    IStringLocalizer<KeepingTexts> texts
) : PageModel
{
    /// <summary>Of this kind, by its name; nothing for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>To somebody whose name or address holds these words.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>How many can be sent again.</summary>
    public int Count { get; private set; }

    /// <summary>What was looked for.</summary>
    public MailFilter Filter => MailFilter.Read(nameof(OutboxState.Failed), Kind, Person);

    /// <summary>Where one came from.</summary>
    public string Back => $"/reminders{Filter.ToQuery()}";

    /// <summary>Asks.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Count = await pages.CountFailedAsync(Filter, cancellationToken);
    }

    /// <summary>Sends them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var sent = await sending.SendFailedAsync(Filter, cancellationToken);
        TempData[nameof(IndexModel.Notice)] = sent switch
        {
            0 => texts["NoneSentAgain"].Value,
            1 => texts["SentAgain"].Value,
            _ => texts["ManySentAgain", sent.ToString("N0", NewZealandEnglish.Culture)].Value,
        };
        return Redirect(Back);
    }
}

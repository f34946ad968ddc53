using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>Shows what pausing, taking up or ending a programme would do, and does it.</summary>
public sealed class StandingModel(
    KeptProgrammes programmes,
    StandingPreviews previews,
    ChangingStanding changing,
    IStringLocalizer<RunningTexts> texts
) : PageModel
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The revision of the programme that was looked at.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The numbers that were looked at.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>What is to be done.</summary>
    [FromRoute(Name = "act")]
    public StandingAct Act { get; set; }

    /// <summary>The programme.</summary>
    public KeptProgramme Kept { get; private set; } = null!;

    /// <summary>What it would do; null when it cannot be done as the programme stands.</summary>
    public StandingPreview? Preview { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid programme,
        CancellationToken cancellationToken
    ) => await FindAsync(programme, cancellationToken) ? Page() : NotFound();

    /// <summary>Does it, if nothing changed since it was looked at.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid programme,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, cancellationToken))
        {
            return NotFound();
        }

        if (ReasonField.Read(Reason, ModelState, texts) is not { } reason)
        {
            return this.Unprocessable();
        }

        var outcome =
            Preview is not null && Preview.Fingerprint() != Seen
                ? ProgrammeOutcome.ChangedMeanwhile
                : await changing.ChangeAsync(programme, Act, Revision, reason, cancellationToken);
        if (outcome is ProgrammeOutcome.Done)
        {
            TempData[nameof(ProgrammeModel.Notice)] = texts[$"Notice-{Act}"].Value;
            return Redirect($"/programmes/{programme}");
        }

        await FindAsync(programme, cancellationToken);
        return this.Refuse(
            texts[outcome is ProgrammeOutcome.Refused ? "NotPossible" : "ChangedMeanwhile"]
        );
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await programmes.FindAsync(id, cancellationToken) is not { } kept)
        {
            return false;
        }

        Kept = kept;
        Preview = await previews.ReadAsync(kept, Act, cancellationToken);
        return true;
    }
}

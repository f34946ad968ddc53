using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>Shows what a draft would change of a launched programme, and changes it.</summary>
public sealed class ChangeModel(
    KeptProgrammes programmes,
    ChangePreviews previews,
    ChangingProgramme changing,
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

    /// <summary>The programme.</summary>
    public KeptProgramme Kept { get; private set; } = null!;

    /// <summary>What the draft would do; null without a draft.</summary>
    public ChangePreview? Preview { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid programme, CancellationToken cancellationToken)
    {
        if (!await FindAsync(programme, cancellationToken))
        {
            return NotFound();
        }

        return Kept.Programme.LaunchedAt is null
            ? Redirect($"/programmes/{programme}/launch")
            : Page();
    }

    /// <summary>Changes it, if nothing changed since it was looked at.</summary>
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
                : await changing.ChangeAsync(programme, Revision, reason, cancellationToken);
        if (outcome is ProgrammeOutcome.Done)
        {
            TempData[nameof(ProgrammeModel.Notice)] = texts["Changed"].Value;
            return Redirect($"/programmes/{programme}");
        }

        await FindAsync(programme, cancellationToken);
        return this.Refuse(
            texts[outcome is ProgrammeOutcome.Refused ? "ChangeRefused" : "ChangedMeanwhile"]
        );
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await programmes.FindAsync(id, cancellationToken) is not { } kept)
        {
            return false;
        }

        Kept = kept;
        Preview =
            kept.Programme.LaunchedAt is null || kept.Programme.EndedAt is not null
                ? null
                : await previews.ReadAsync(kept, cancellationToken);
        return true;
    }
}

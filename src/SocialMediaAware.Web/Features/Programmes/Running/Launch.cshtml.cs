using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>Shows what launching a programme would do, and launches it.</summary>
public sealed class LaunchModel(
    KeptProgrammes programmes,
    LaunchPreviews previews,
    Launching launching,
    TermsWords words,
    AuditLog audit,
    IStringLocalizer<RunningTexts> texts
) : PageModel
{
    /// <summary>The revision of the programme that was looked at.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The numbers that were looked at.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>The programme.</summary>
    public KeptProgramme Kept { get; private set; } = null!;

    /// <summary>What launching it would do.</summary>
    public LaunchPreview Preview { get; private set; } = null!;

    /// <summary>What it is, in words.</summary>
    public IReadOnlyList<TermLine> Lines { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid programme, CancellationToken cancellationToken)
    {
        if (!await FindAsync(programme, cancellationToken))
        {
            return NotFound();
        }

        return Kept.Programme.LaunchedAt is null ? Page() : Redirect($"/programmes/{programme}");
    }

    /// <summary>Launches it, if nothing changed since it was looked at.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid programme,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, cancellationToken))
        {
            return NotFound();
        }

        if (Kept.Programme.LaunchedAt is not null)
        {
            return Redirect($"/programmes/{programme}");
        }

        var outcome =
            Preview.Obstacles.Any ? ProgrammeOutcome.Refused
            : Preview.Fingerprint() != Seen ? ProgrammeOutcome.ChangedMeanwhile
            : await launching.LaunchAsync(programme, Revision, cancellationToken);
        if (outcome is ProgrammeOutcome.Done)
        {
            TempData[nameof(ProgrammeModel.Notice)] = texts["Launched", Preview.Today].Value;
            return Redirect($"/programmes/{programme}");
        }

        await FindAsync(programme, cancellationToken);
        return this.Refuse(
            texts[outcome is ProgrammeOutcome.Refused ? "LaunchRefused" : "LaunchChanged"]
        );
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await programmes.FindAsync(id, cancellationToken) is not { } kept)
        {
            return false;
        }

        Kept = kept;
        if (kept.Programme.LaunchedAt is not null)
        {
            return true;
        }

        Preview = await previews.ReadAsync(kept, cancellationToken);
        var names = await words.NamesAsync(kept.Agency, cancellationToken);
        Lines = [.. words.Tell(kept.Programme.Kind, kept.NextTerms, names).Take(3)];
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            kept.Programme.AgencyId,
            $"/programmes/{id}/launch",
            string.Create(CultureInfo.InvariantCulture, $"{Preview.Samples.Count} people by name"),
            cancellationToken
        );
        return true;
    }
}

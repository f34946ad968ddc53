using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>A programme: what it is, where it stands, and what was done to it.</summary>
public sealed class ProgrammeModel(
    KeptProgrammes programmes,
    TermsWords words,
    ProgrammeNumbers numbers,
    ProgrammeHistory history
) : PageModel
{
    /// <summary>What was just done.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The programme.</summary>
    public KeptProgramme Kept { get; private set; } = null!;

    /// <summary>What it is, in words.</summary>
    public IReadOnlyList<TermLine> Lines { get; private set; } = [];

    /// <summary>What the draft would change; none without a draft of a launched programme.</summary>
    public IReadOnlyList<TermDifference> Waiting { get; private set; } = [];

    /// <summary>How its assignments stand now.</summary>
    public StandingCounts Numbers { get; private set; } = null!;

    /// <summary>What was done to it.</summary>
    public IReadOnlyList<ProgrammeHistoryLine> History { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid programme, CancellationToken cancellationToken)
    {
        if (await programmes.FindAsync(programme, cancellationToken) is not { } kept)
        {
            return NotFound();
        }

        Kept = kept;
        var isLaunched = kept.Programme.LaunchedAt is not null;
        var names = await words.NamesAsync(kept.Agency, cancellationToken);
        Lines = words.Tell(kept.Programme.Kind, isLaunched ? kept.Terms : kept.NextTerms, names);
        Waiting =
            isLaunched && kept.Programme.Draft is { } draft
                ? words.Differences(kept.Programme.Kind, kept.Terms, draft, names)
                : [];
        Numbers = await numbers.ReadAsync(programme, cancellationToken);
        History = await history.ReadAsync(kept.Programme, names, cancellationToken);
        return Page();
    }
}

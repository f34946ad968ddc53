using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Step: what the programme is called, and what it asks in one sentence.</summary>
public sealed class NameModel(
    StepFrames frames,
    StepSaving saving,
    IStringLocalizer<DraftingTexts> texts
) : PageModel
{
    /// <summary>What it is called.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What it asks.</summary>
    [BindProperty]
    public string? Summary { get; set; }

    /// <summary>What stands round the step.</summary>
    public StepFrame Frame { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid programme, CancellationToken cancellationToken)
    {
        if (!await FindAsync(programme, cancellationToken))
        {
            return NotFound();
        }

        (Name, Summary) = (Frame.Draft.Terms.Name, Frame.Draft.Terms.Summary);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid programme,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, cancellationToken))
        {
            return NotFound();
        }

        var name = Words(nameof(Name), Name, Programme.NameLength);
        var summary = Words(nameof(Summary), Summary, Programme.SummaryLength);
        return await saving.SaveAsync(
            this,
            Frame,
            terms => terms with { Name = name, Summary = summary },
            cancellationToken
        );
    }

    private string Words(string field, string? typed, int length)
    {
        var words = typed?.Trim() ?? "";
        if (words.Length == 0 || words.Length > length)
        {
            ModelState.AddModelError(
                field,
                texts[$"{field}{(words.Length == 0 ? "Missing" : "TooLong")}", length]
            );
        }

        return words;
    }

    private async Task<bool> FindAsync(Guid programmeId, CancellationToken cancellationToken)
    {
        Frame = (await frames.FindAsync(this, programmeId, DraftStep.Name, cancellationToken))!;
        return Frame is not null;
    }
}

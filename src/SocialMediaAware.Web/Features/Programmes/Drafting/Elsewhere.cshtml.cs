using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Step: for which modules learning from elsewhere is accepted.</summary>
public sealed class ElsewhereModel(
    StepFrames frames,
    StepSaving saving,
    ModuleOffers offers,
    IStringLocalizer<DraftingTexts> texts
) : PageModel
{
    /// <summary>The modules that are ticked.</summary>
    [BindProperty]
    public string[]? Accepted { get; set; }

    /// <summary>What stands round the step.</summary>
    public StepFrame Frame { get; private set; } = null!;

    /// <summary>The modules.</summary>
    public TickField Modules { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid programme,
        CancellationToken cancellationToken
    ) => await FindAsync(programme, false, cancellationToken) ? Page() : NotFound();

    /// <summary>Saves it. What is none of the programme's modules is passed over.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid programme,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, true, cancellationToken))
        {
            return NotFound();
        }

        string[] accepted =
        [
            .. Frame
                .Draft.Terms.ModuleSlugs.Where(slug => Accepted?.Contains(slug) is true)
                .Order(StringComparer.Ordinal),
        ];
        return await saving.SaveAsync(
            this,
            Frame,
            terms => terms with { AcceptedElsewhere = accepted },
            cancellationToken
        );
    }

    private async Task<bool> FindAsync(Guid id, bool isSent, CancellationToken stop)
    {
        var frame = await frames.FindAsync(this, id, DraftStep.Elsewhere, stop);
        if (frame is null)
        {
            return false;
        }

        Frame = frame;
        IReadOnlyList<string> ticked = isSent
            ? Accepted ?? []
            : frame.Draft.Terms.AcceptedElsewhere;
        Modules = new(
            nameof(Accepted),
            texts["ElsewhereLegend"],
            texts["ElsewhereHint"],
            [
                .. (await offers.ReadChosenAsync(frame.Draft, stop)).Select(offer => new Tick(
                    offer.Slug,
                    offer.Title,
                    ticked.Contains(offer.Slug)
                )),
            ]
        );
        return true;
    }
}

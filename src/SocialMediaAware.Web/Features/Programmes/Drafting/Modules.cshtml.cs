using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Step: which modules are read, in which order.</summary>
public sealed class ModulesModel(
    StepFrames frames,
    StepSaving saving,
    ModuleOffers offers,
    IStringLocalizer<DraftingTexts> texts
) : PageModel
{
    /// <summary>What stands round the step.</summary>
    public StepFrame Frame { get; private set; } = null!;

    /// <summary>What is chosen.</summary>
    public ModulesForm Form { get; private set; } = null!;

    /// <summary>The modules to choose from.</summary>
    public IReadOnlyList<ModuleOffer> Offers { get; private set; } = [];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid programme,
        CancellationToken cancellationToken
    ) => await FindAsync(programme, null, cancellationToken) ? Page() : NotFound();

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid programme,
        ModulesForm sent,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, sent, cancellationToken))
        {
            return NotFound();
        }

        var slugs = sent.Read(Offers, ModelState, texts);
        return await saving.SaveAsync(
            this,
            Frame,
            terms =>
                terms with
                {
                    ModuleSlugs = slugs,
                    AcceptedElsewhere = [.. terms.AcceptedElsewhere.Where(slugs.Contains)],
                },
            cancellationToken
        );
    }

    private async Task<bool> FindAsync(
        Guid programmeId,
        ModulesForm? sent,
        CancellationToken cancellationToken
    )
    {
        var frame = await frames.FindAsync(this, programmeId, DraftStep.Modules, cancellationToken);
        if (frame is null)
        {
            return false;
        }

        (Frame, Form) = (frame, sent ?? ModulesForm.Of(frame.Draft.Terms.ModuleSlugs));
        Offers = await offers.ReadAsync(
            frame.Draft.Agency,
            frame.Draft.Terms.ModuleSlugs,
            cancellationToken
        );
        return true;
    }
}

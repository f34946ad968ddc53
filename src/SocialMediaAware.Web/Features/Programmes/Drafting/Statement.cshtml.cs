using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Step: what each kind of person signs.</summary>
public sealed class StatementModel(
    StepFrames frames,
    StepSaving saving,
    ModuleOffers offers,
    IStringLocalizer<DraftingTexts> texts
) : PageModel
{
    private IReadOnlyList<ModuleOffer> modules = [];

    /// <summary>What stands round the step.</summary>
    public StepFrame Frame { get; private set; } = null!;

    /// <summary>The words.</summary>
    public StatementForm Form { get; private set; } = null!;

    /// <summary>The words of a kind as its people would see them.</summary>
    public string PreviewOf(PersonKind kind) => Form.PreviewOf(kind, modules);

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid programme,
        CancellationToken cancellationToken
    ) => await FindAsync(programme, null, cancellationToken) ? Page() : NotFound();

    /// <summary>Shows the words as people would see them, and saves nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(
        Guid programme,
        StatementForm sent,
        CancellationToken cancellationToken
    ) => await FindAsync(programme, sent, cancellationToken) ? Page() : NotFound();

    /// <summary>Saves them.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid programme,
        StatementForm sent,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(programme, sent, cancellationToken))
        {
            return NotFound();
        }

        var statements = sent.Read(Frame.Draft.PossibleKinds, ModelState, texts);
        return await saving.SaveAsync(
            this,
            Frame,
            terms => terms with { Statements = statements },
            cancellationToken
        );
    }

    private async Task<bool> FindAsync(
        Guid programmeId,
        StatementForm? sent,
        CancellationToken cancellationToken
    )
    {
        var frame = await frames.FindAsync(
            this,
            programmeId,
            DraftStep.Statement,
            cancellationToken
        );
        if (frame is null)
        {
            return false;
        }

        (Frame, Form) = (frame, sent ?? StatementForm.Of(frame.Draft.Terms.Statements));
        modules = await offers.ReadChosenAsync(frame.Draft, cancellationToken);
        return true;
    }
}

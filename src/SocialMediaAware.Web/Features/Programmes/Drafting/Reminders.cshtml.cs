using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Step: who is reminded when.</summary>
public sealed class RemindersModel(
    StepFrames frames,
    StepSaving saving,
    IStringLocalizer<DraftingTexts> texts
) : PageModel
{
    /// <summary>What stands round the step.</summary>
    public StepFrame Frame { get; private set; } = null!;

    /// <summary>Who is reminded when.</summary>
    public RemindersForm Form { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid programme,
        CancellationToken cancellationToken
    ) => await FindAsync(programme, null, cancellationToken) ? Page() : NotFound();

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid programme,
        RemindersForm sent,
        CancellationToken cancellationToken
    )
    {
        // What the binder makes of a box that sends something else is: not ticked.
        ModelState.Clear();
        if (!await FindAsync(programme, sent, cancellationToken))
        {
            return NotFound();
        }

        var reminders = sent.Read(ModelState, texts);
        return await saving.SaveAsync(
            this,
            Frame,
            terms => terms with { Reminders = reminders },
            cancellationToken
        );
    }

    private async Task<bool> FindAsync(Guid id, RemindersForm? sent, CancellationToken stop)
    {
        var frame = await frames.FindAsync(this, id, DraftStep.Reminders, stop);
        if (frame is null)
        {
            return false;
        }

        (Frame, Form) = (frame, sent ?? RemindersForm.Of(frame.Draft.Terms.Reminders));
        return true;
    }
}

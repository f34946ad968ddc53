using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Answers the form of a step: saved and on to the next, or the page again with what was typed.</summary>
public sealed class StepSaving(
    ProgrammeDrafts drafts,
    DraftSummary summary,
    IStringLocalizer<DraftingTexts> texts
)
{
    /// <summary>Saves the step where nothing is wrong with it.</summary>
    /// <param name="page">The step's page, with what is wrong in its model state.</param>
    /// <param name="frame">What stands round the step.</param>
    /// <param name="change">Makes the new terms of those that are kept.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="next">Where to go on; null for the next step.</param>
    public async Task<IActionResult> SaveAsync(
        PageModel page,
        StepFrame frame,
        Func<ProgrammeTerms, ProgrammeTerms> change,
        CancellationToken cancellationToken,
        string? next = null
    )
    {
        if (!page.ModelState.IsValid)
        {
            return Again(page);
        }

        var outcome = await drafts.SaveAsync(
            frame.Draft.Programme.Id,
            frame.Revision,
            change,
            cancellationToken
        );
        if (outcome is DraftOutcome.Saved)
        {
            return new RedirectResult(next ?? frame.NextAddress);
        }

        return await TellMeanwhileAsync(page, frame, cancellationToken);
    }

    // What was typed stays, beside what somebody else saved; saving again puts it in its place.
    private async Task<IActionResult> TellMeanwhileAsync(
        PageModel page,
        StepFrame frame,
        CancellationToken cancellationToken
    )
    {
        var saved = await drafts.FindAsync(frame.Draft.Programme.Id, cancellationToken);
        if (saved is null)
        {
            return new NotFoundResult();
        }

        var check = await summary.ReadAsync(saved, cancellationToken);
        frame.SavedMeanwhile = check.Rows.Single(row => row.Step == frame.Step).Lines;
        frame.Revision = saved.Programme.Revision;
        page.ModelState.AddModelError("", texts["ChangedMeanwhile"]);
        return Again(page);
    }

    private static PageResult Again(PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }
}

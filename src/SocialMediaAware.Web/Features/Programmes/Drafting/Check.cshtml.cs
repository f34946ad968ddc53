using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>All answers, and what is not fair about them, before the way on to what it would do.</summary>
public sealed class CheckModel(
    ProgrammeDrafts drafts,
    DraftSummary summary,
    IStringLocalizer<DraftingTexts> texts
) : PageModel
{
    /// <summary>The programme.</summary>
    public ProgrammeDraft Draft { get; private set; } = null!;

    /// <summary>The answers, and what is not fair.</summary>
    public DraftCheck Check { get; private set; } = null!;

    /// <summary>The steps that have no answer yet.</summary>
    public IReadOnlyList<DraftStep> OpenSteps { get; private set; } = [];

    /// <summary>Whether there is something to launch or to change.</summary>
    public bool HasWayOn => OpenSteps.Count == 0 && (!Draft.IsLaunched || HasDraft);

    /// <summary>Whether there is a draft, which can be thrown away.</summary>
    public bool HasDraft => Draft.Programme.Draft is not null;

    /// <summary>Where it is shown what the programme would do.</summary>
    public string WayOn =>
        $"/programmes/{Draft.Programme.Id}/{(Draft.IsLaunched ? "change" : "launch")}";

    /// <summary>The address of a step that leads back here.</summary>
    public string AddressOf(DraftStep step) =>
        $"{StepFrame.AddressOf(Draft.Programme.Id, step.ToString().ToLowerInvariant())}?to=check";

    /// <summary>A finding in words.</summary>
    public string WordsOf(FairnessFinding finding) =>
        texts[
            $"Fair-{finding.Concern}",
            [
                .. finding.About.Select(part =>
                    part switch
                    {
                        DateOnly day => day.InWords(),
                        PersonKind kind => texts[$"Kind-{kind}"].Value,
                        _ => part,
                    }
                ),
            ]
        ];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid programme,
        CancellationToken cancellationToken
    ) => await FindAsync(programme, cancellationToken) ? Page() : NotFound();

    /// <summary>Throws the draft away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(
        Guid programme,
        string? revision,
        CancellationToken cancellationToken
    )
    {
        var outcome = await drafts.DropAsync(
            programme,
            NumberField.Read(revision) ?? -1,
            cancellationToken
        );
        if (outcome is DraftOutcome.Saved)
        {
            TempData[nameof(IndexModel.Notice)] = texts["Discarded"].Value;
            return Redirect("/programmes");
        }

        if (!await FindAsync(programme, cancellationToken))
        {
            return NotFound();
        }

        ModelState.AddModelError("", texts["DiscardChangedMeanwhile"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(Guid programmeId, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(programmeId, cancellationToken) is not { } draft)
        {
            return false;
        }

        Draft = draft;
        OpenSteps = [.. draft.OpenSteps()];
        Check = await summary.ReadAsync(draft, cancellationToken);
        return true;
    }
}

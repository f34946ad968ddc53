using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.EvidenceFiles;
using SocialMediaAware.Web.Features.OutsideLearning;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>Takes the scan of a form that was signed by hand.</summary>
public sealed class PaperRecordModel(
    PaperForms forms,
    PaperDates dates,
    RecordingPaper recording,
    IStringLocalizer<AssistedTexts> texts
) : PageModel
{
    /// <summary>The scan.</summary>
    [BindProperty]
    public IFormFile? Scan { get; set; }

    /// <summary>The day on the paper.</summary>
    [BindProperty]
    public string? SignedOn { get; set; }

    /// <summary>Who saw it being signed.</summary>
    [BindProperty]
    public string? Witness { get; set; }

    /// <summary>Whether HR has looked at the paper.</summary>
    [BindProperty]
    public bool Looked { get; set; }

    /// <summary>The form.</summary>
    public PaperFormView View { get; private set; } = null!;

    /// <summary>Shows it, or what was recorded.</summary>
    public async Task<IActionResult> OnGetAsync(Guid form, CancellationToken cancellationToken) =>
        await FindAsync(form, cancellationToken) ? Page() : NotFound();

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid form, CancellationToken cancellationToken)
    {
        if (!await FindAsync(form, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        var scan = await UploadedFile.ReadAsync(Scan, cancellationToken);
        if (scan.Problem is { } problem)
        {
            ModelState.AddModelError(nameof(Scan), texts[$"File{problem}"]);
        }

        var day = await dates.ReadAsync(View.Form, SignedOn, ModelState, cancellationToken);
        var witness = CompletionForm.LineOf(Witness);
        if (witness.Length is 0 or > PaperForm.WitnessLength)
        {
            ModelState.AddModelError(nameof(Witness), texts["WitnessMissing"]);
        }

        if (!Looked)
        {
            ModelState.AddModelError(nameof(Looked), texts["LookedMissing"]);
        }

        if (ModelState.IsValid && day is { } signedOn)
        {
            var verdict = await recording.RecordAsync(
                View.Form,
                signedOn,
                witness,
                scan,
                cancellationToken
            );
            if (verdict == PaperVerdict.Recorded)
            {
                TempData[nameof(PaperModel.Notice)] = texts[
                    "Recorded",
                    View.ProgrammeName,
                    View.Form.PersonName
                ].Value;
                return Redirect("/assisted/paper");
            }

            ModelState.AddModelError("", texts[$"Form{verdict}"]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(Guid form, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync(form, cancellationToken) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.MyData.Answering;

/// <summary>HR answers somebody who said that something held on them is wrong.</summary>
public sealed class AnswerModel(
    PortalDbContext database,
    Corrections corrections,
    SignedIn signedIn,
    AuditLog audit,
    IStringLocalizer<MyDataTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>Whether it was corrected.</summary>
    [BindProperty]
    public string? Outcome { get; set; }

    /// <summary>The answer.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>The request.</summary>
    public CorrectionRequest Asked { get; private set; } = null!;

    /// <summary>What the person is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Shows it. The view is written to the audit log.</summary>
    public async Task<IActionResult> OnGetAsync(Guid request, CancellationToken cancellationToken)
    {
        if (!await FindAsync(request, cancellationToken))
        {
            return NotFound();
        }

        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            Asked.AgencyId,
            Asked.PersonId.ToString(),
            "what they say is wrong",
            cancellationToken
        );
        return Page();
    }

    /// <summary>Answers.</summary>
    public async Task<IActionResult> OnPostAsync(Guid request, CancellationToken cancellationToken)
    {
        if (!await FindAsync(request, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        CorrectionOutcome? outcome = Outcome switch
        {
            nameof(CorrectionOutcome.Corrected) => CorrectionOutcome.Corrected,
            nameof(CorrectionOutcome.NotCorrected) => CorrectionOutcome.NotCorrected,
            _ => null,
        };
        if (outcome is null)
        {
            ModelState.AddModelError(nameof(Outcome), texts["OutcomeMissing"]);
        }

        var text = CorrectionFields.Read(nameof(Answer), Answer, "Answer", ModelState, texts);
        if (
            ModelState.IsValid
            && !await corrections.AnswerAsync(Asked, outcome!.Value, text, cancellationToken)
        )
        {
            ModelState.AddModelError("", texts["AnsweredMeanwhile"]);
            await FindAsync(request, cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        TempData[nameof(IndexModel.Notice)] = texts["AnswerSent", Name].Value;
        return Redirect("/people/corrections");
    }

    private async Task<bool> FindAsync(Guid requestId, CancellationToken cancellationToken)
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources).ToArray();
        var today = clock.Today();
        var found = await database
            .CorrectionRequests.Where(request =>
                request.Id == requestId && agencyIds.Contains(request.AgencyId)
            )
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return false;
        }

        Asked = found;
        Name =
            await database
                .PersonNames.HoldingOn(today)
                .Where(name => name.PersonId == found.PersonId)
                .Select(name => name.Name)
                .FirstOrDefaultAsync(cancellationToken)
            ?? texts["NameUnknown"].Value;
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>One completion, and taking it back. Each view is written to the audit log.</summary>
public sealed class CompletionModel(
    CompletionList list,
    TakingBackCompletion takingBack,
    SignedIn signedIn,
    AuditLog audit,
    ContentStore content,
    IStringLocalizer<OutsideLearningTexts> texts
) : PageModel
{
    /// <summary>The completion's id.</summary>
    [FromRoute(Name = "completion")]
    public Guid CompletionId { get; set; }

    /// <summary>Why it is taken back.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The completion.</summary>
    public CompletionView View { get; private set; } = null!;

    /// <summary>Whether the reader may take it back.</summary>
    public bool CanTakeBack =>
        View.Completion.TakenBackAt is null
        && signedIn.Has(PortalRole.HumanResources, View.Completion.AgencyId);

    /// <summary>What a module is called.</summary>
    public string TitleOf(string slug) => content.Library.FindPublished(slug)?.Title ?? slug;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await list.FindAsync(CompletionId, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            view.Completion.AgencyId,
            $"/outside-learning/{CompletionId}",
            $"Person {view.Completion.PersonId}",
            cancellationToken
        );
        return Page();
    }

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await list.FindAsync(CompletionId, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        if (!signedIn.Has(PortalRole.HumanResources, view.Completion.AgencyId))
        {
            return Forbid();
        }

        var reason = CompletionForm.LineOf(Reason);
        if (reason.Length is 0 or > OutsideCompletion.WordsLength)
        {
            ModelState.AddModelError(
                nameof(Reason),
                reason.Length == 0
                    ? texts["ReasonMissing"]
                    : texts["TooLong", OutsideCompletion.WordsLength]
            );
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await takingBack.TakeBackAsync(CompletionId, reason, cancellationToken);
        TempData[nameof(IndexModel.Notice)] = texts["WasTakenBack", view.Name].Value;
        return Redirect("/outside-learning");
    }
}

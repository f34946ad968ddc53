using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>A person says that they read it and do not agree, or takes that back.</summary>
public sealed class NotAgreeingModel(
    NotAgreeing notAgreeing,
    HumanResourcesContacts contacts,
    SignedIn signedIn,
    TimeProvider clock
) : PageModel
{
    /// <summary>The assignment.</summary>
    public Assignment Assignment { get; private set; } = null!;

    /// <summary>The day on which they said so; null when they did not.</summary>
    public DateOnly? DeclinedOn => Assignment.DeclinedAt?.NewZealandDate();

    /// <summary>The one of HR who is told; null where the agency has nobody for it.</summary>
    public HumanResourcesContact? Contact { get; private set; }

    /// <summary>Whether it can be said now.</summary>
    public bool IsOpen => Assignment.CanBeDoneOn(clock.Today());

    /// <summary>Shows what happens then.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid assignment,
        CancellationToken cancellationToken
    ) => await LoadAsync(assignment, cancellationToken) ? Page() : NotFound();

    /// <summary>Records it.</summary>
    public Task<IActionResult> OnPostAsync(Guid assignment, CancellationToken cancellationToken) =>
        RecordAsync(assignment, agreesAfterAll: false, cancellationToken);

    /// <summary>Takes it back.</summary>
    public Task<IActionResult> OnPostChangedMindAsync(
        Guid assignment,
        CancellationToken cancellationToken
    ) => RecordAsync(assignment, agreesAfterAll: true, cancellationToken);

    private async Task<IActionResult> RecordAsync(
        Guid assignment,
        bool agreesAfterAll,
        CancellationToken cancellationToken
    )
    {
        if (!await LoadAsync(assignment, cancellationToken))
        {
            return NotFound();
        }

        await notAgreeing.RecordAsync(Assignment, agreesAfterAll, cancellationToken);
        return agreesAfterAll ? LocalRedirect("/") : RedirectToPage(new { assignment });
    }

    private async Task<bool> LoadAsync(Guid assignmentId, CancellationToken cancellationToken)
    {
        if (
            signedIn.PersonId is not { } personId
            || await notAgreeing.FindAsync(personId, assignmentId, cancellationToken)
                is not { } assignment
        )
        {
            return false;
        }

        Assignment = assignment;
        Contact = await contacts.FindAsync(assignment, cancellationToken);
        return true;
    }
}

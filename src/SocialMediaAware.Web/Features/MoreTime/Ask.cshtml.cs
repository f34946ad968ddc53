using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>Somebody asks for more time for an assignment of their own, and sees what was answered.</summary>
public sealed class AskModel(
    OwnTimeRequests requests,
    AskingForTime asking,
    TimeBoundsReading bounds,
    SignedIn signedIn,
    IStringLocalizer<MoreTimeTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>Until when.</summary>
    [BindProperty]
    public string? Until { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Which form this is: sent twice, it is one request.</summary>
    [BindProperty]
    public Guid FormId { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The assignment with what was asked for it.</summary>
    public OwnTime Own { get; private set; } = null!;

    /// <summary>Whether its due date has passed.</summary>
    public bool IsLate => Own.Assignment.DueOn < clock.Today();

    /// <summary>What was answered, the newest first.</summary>
    public IReadOnlyList<TimeRequest> Answered =>
        [.. Own.Requests.Where(request => request.AnsweredAt is not null)];

    /// <summary>Shows it; answers count as seen from then on.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid assignment,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(assignment, cancellationToken))
        {
            return NotFound();
        }

        FormId = Guid.CreateVersion7(clock.GetUtcNow());
        await asking.SeeAsync(Own, cancellationToken);
        return Page();
    }

    /// <summary>Asks. A late form finds what stands there now, and changes nothing.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid assignment,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(assignment, cancellationToken))
        {
            return NotFound();
        }

        if (Own.Waiting is not null || !Own.CanAsk)
        {
            return RedirectToPage(new { assignment });
        }

        var form = new TimeForm(Until, Reason, texts, ModelState);
        var until = form.ReadDay(nameof(Until), Own.Bounds, bounds.Calendar);
        var reason = form.ReadWords(nameof(Reason), isNeeded: true);
        if (!ModelState.IsValid)
        {
            FormId = FormId == Guid.Empty ? Guid.CreateVersion7(clock.GetUtcNow()) : FormId;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var id = FormId == Guid.Empty ? Guid.CreateVersion7(clock.GetUtcNow()) : FormId;
        if (await asking.AskAsync(id, Own, until!.Value, reason, cancellationToken))
        {
            Notice = texts["Asked", until.Value.InWords()].Value;
        }

        return RedirectToPage(new { assignment });
    }

    /// <summary>Takes back what waits.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(
        Guid assignment,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(assignment, cancellationToken))
        {
            return NotFound();
        }

        var isBack = await asking.TakeBackAsync(Own, cancellationToken);
        Notice = texts[isBack ? "TakenBack" : "AnsweredAlready"].Value;
        return RedirectToPage(new { assignment });
    }

    private async Task<bool> FindAsync(Guid assignmentId, CancellationToken cancellationToken)
    {
        var own = signedIn.PersonId is { } personId
            ? await requests.FindAsync(personId, assignmentId, cancellationToken)
            : null;
        Own = own!;
        return own is not null;
    }
}

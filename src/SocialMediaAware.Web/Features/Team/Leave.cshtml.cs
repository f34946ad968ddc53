using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Relief;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>A person's leave, as their leader enters and changes it. An assistant does not.</summary>
public sealed class TeamLeaveModel(MyTeam team, LeaveDesk desk) : PageModel
{
    /// <summary>The first day away.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>The last day away; empty while it is not known.</summary>
    [BindProperty]
    public string? LastDay { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>What the page shows.</summary>
    public LeavePage Shown { get; private set; } = null!;

    /// <summary>Whose leave it is.</summary>
    public LeaveSubject Subject { get; private set; } = null!;

    private LeaveForm Sent => new(From, LastDay);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid person,
        Guid? leave,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(person, cancellationToken)
        && await ShowAsync(leave, sent: null, cancellationToken)
            ? Page()
            : NotFound();

    /// <summary>Enters it, or says another time.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid person,
        Guid? leave,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(person, cancellationToken)
            ? await AnswerAsync(
                leave,
                await desk.SaveAsync(Subject, leave, Sent, ModelState, cancellationToken),
                cancellationToken
            )
            : NotFound();

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(
        Guid person,
        Guid leave,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(person, cancellationToken)
            ? await AnswerAsync(
                leave,
                await desk.TakeBackAsync(Subject, leave, ModelState, cancellationToken),
                cancellationToken
            )
            : NotFound();

    private async Task<IActionResult> AnswerAsync(
        Guid? leave,
        string? done,
        CancellationToken cancellationToken
    )
    {
        if (done is not null)
        {
            Notice = done;
            return Redirect(Subject.Address);
        }

        if (!await ShowAsync(leave, Sent, cancellationToken))
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (
            await team.FindAsync(personId, cancellationToken)
            is not { CanBeEnteredFor: true } member
        )
        {
            return false;
        }

        Subject = new(personId, member.Name, [member.AgencyId], $"/team/{personId}/leave");
        return true;
    }

    private async Task<bool> ShowAsync(
        Guid? leave,
        LeaveForm? sent,
        CancellationToken cancellationToken
    )
    {
        var shown = await desk.ReadAsync(Subject, leave, sent, cancellationToken);
        Shown = shown!;
        return shown is not null;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>Asks people to a session: from those who have something of it to sign. Each view is written to the audit log.</summary>
public sealed class PeopleModel(
    AssistedSessions sessions,
    Candidates candidates,
    HoldingSessions holding,
    AuditLog audit,
    IStringLocalizer<AssistedTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The session's id.</summary>
    [FromRoute(Name = "session")]
    public Guid SessionId { get; set; }

    /// <summary>A part of a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>Who is ticked.</summary>
    [BindProperty]
    public Guid[]? Asked { get; set; }

    /// <summary>The session.</summary>
    public AssistedSession Session { get; private set; } = null!;

    /// <summary>Who could be asked.</summary>
    public IReadOnlyList<Candidate> People { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Asks those who are ticked.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Asked is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Asked), texts["AskedMissing"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var count = await holding.AskAsync(Session, Asked, cancellationToken);
        TempData[nameof(SessionModel.Notice)] = (
            count == 1 ? texts["AskedOne"] : texts["AskedMany", count]
        ).Value;
        return Redirect($"/assisted/{SessionId}");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (
            await sessions.FindAsync(SessionId, cancellationToken) is not { } session
            || !session.IsComingOn(clock.Today())
        )
        {
            return false;
        }

        Session = session;
        People = await candidates.FindAsync(session, Search, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            session.AgencyId,
            $"/assisted/{session.Id}/people",
            $"People who could be asked: {People.Count}",
            cancellationToken
        );
        return true;
    }
}

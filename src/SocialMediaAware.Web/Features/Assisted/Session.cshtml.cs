using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>One session: its people, its codes, the shared screen. Each view is written to the audit log.</summary>
public sealed class SessionModel(
    AssistedSessions sessions,
    HoldingSessions holding,
    SharedScreens screens,
    AuditLog audit,
    IStringLocalizer<AssistedTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>Its id.</summary>
    [FromRoute(Name = "session")]
    public Guid SessionId { get; set; }

    /// <summary>What was done just now; null for nothing.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The session.</summary>
    public AssistedSession Session { get; private set; } = null!;

    /// <summary>The names of its programmes.</summary>
    public IReadOnlyList<string> Programmes { get; private set; } = [];

    /// <summary>Its people.</summary>
    public IReadOnlyList<ParticipantLine> People { get; private set; } = [];

    /// <summary>Whether it can still be prepared.</summary>
    public bool IsComing => Session.IsComingOn(clock.Today());

    /// <summary>Whether it can be used today.</summary>
    public bool IsUsable => Session.IsUsableOn(clock.Today());

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(SessionId, cancellationToken) is not { } session)
        {
            return NotFound();
        }

        Session = session;
        Programmes = await sessions.ReadProgrammesAsync(session, cancellationToken);
        People = await sessions.ReadPeopleAsync(session, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            session.AgencyId,
            $"/assisted/{session.Id}",
            $"People of a session: {People.Count}",
            cancellationToken
        );
        return Page();
    }

    /// <summary>Makes this device the shared screen, and signs whoever asks out of it.</summary>
    public async Task<IActionResult> OnPostScreenAsync(CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(SessionId, cancellationToken) is not { } session)
        {
            return NotFound();
        }

        if (!session.IsUsableOn(clock.Today()))
        {
            Notice = texts["NotUsable"].Value;
            return Redirect($"/assisted/{SessionId}");
        }

        await screens.StartAsync(session, cancellationToken);
        return Redirect(AssistedBounds.ScreenAddress);
    }

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(SessionId, cancellationToken) is not { } session)
        {
            return NotFound();
        }

        await holding.CloseAsync(session, cancellationToken);
        Notice = texts["WasClosed"].Value;
        return Redirect("/assisted");
    }
}

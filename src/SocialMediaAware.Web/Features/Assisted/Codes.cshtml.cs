using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>
/// Gives codes and shows them, once: the answer to the form itself is the sheet to print. It does not redirect, because nothing
/// holds the codes to show them a second time; sending the form again gives new ones, which the sheet says.
/// </summary>
public sealed class CodesModel(
    AssistedSessions sessions,
    HoldingSessions holding,
    TimeProvider clock
) : PageModel
{
    /// <summary>The session's id.</summary>
    [FromRoute(Name = "session")]
    public Guid SessionId { get; set; }

    /// <summary>For whom; nothing for everybody who has none.</summary>
    [BindProperty]
    public Guid? Person { get; set; }

    /// <summary>The session.</summary>
    public AssistedSession Session { get; private set; } = null!;

    /// <summary>How many people have no code and were not here yet.</summary>
    public int WithoutCode { get; private set; }

    /// <summary>The slips; empty before codes were given.</summary>
    public IReadOnlyList<(string Name, string Code)> Slips { get; private set; } = [];

    /// <summary>Says what will happen.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        WithoutCode = (await sessions.ReadPeopleAsync(Session, cancellationToken)).Count(person =>
            person is { HasCode: false, HasUsedCode: false }
        );
        return Page();
    }

    /// <summary>Gives the codes and shows the sheet.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        var people = await sessions.ReadPeopleAsync(Session, cancellationToken);
        var codes = await holding.GiveCodesAsync(Session, Person, cancellationToken);
        Slips =
        [
            .. people
                .Where(person => codes.ContainsKey(person.PersonId))
                .Select(person => (person.Name, AssistedCode.Printed(codes[person.PersonId]))),
        ];
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (
            await sessions.FindAsync(SessionId, cancellationToken) is not { } session
            || !session.IsComingOn(clock.Today())
        )
        {
            return false;
        }

        Session = session;
        return true;
    }
}

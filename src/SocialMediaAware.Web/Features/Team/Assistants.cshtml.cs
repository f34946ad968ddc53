using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Team;

/// <summary>A leader names who sees to it on their behalf. Whoever only stands in for a leader names nobody.</summary>
public sealed class AssistantsModel(
    PersonTies ties,
    ChangingTies changing,
    Colleagues colleagues,
    SignedIn signedIn,
    IStringLocalizer<TeamTexts> texts,
    TimeProvider clock
) : PageModel
{
    private List<Guid> agencyIds = [];

    /// <summary>Whom to name: a mail address or an employee number.</summary>
    [BindProperty]
    public string? Who { get; set; }

    /// <summary>The first day.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>The last day; empty while none is known.</summary>
    [BindProperty]
    public string? LastDay { get; set; }

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The assistants there are.</summary>
    public IReadOnlyList<Tie> Ties { get; private set; } = [];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        From = clock.Today().ForField();
        return await ReadAsync(cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Names one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var assistant = await colleagues.FindAsync(Who, agencyIds, cancellationToken);
        if (assistant is null || assistant.PersonId == signedIn.PersonId)
        {
            ModelState.AddModelError(
                nameof(Who),
                texts[assistant is null ? "WhoUnknown" : "NotThemself"]
            );
        }

        var time = new TieForm(From, LastDay, Reason: null).Read(ModelState, texts, asksWhy: false);
        if (assistant is null || time is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var outcome = await changing.StandInAsync(
            assistant.AgencyId,
            signedIn.PersonId!.Value,
            assistant.PersonId,
            StandInKind.Assistant,
            time,
            cancellationToken
        );
        Notice = texts[$"Assistant{outcome}", assistant.Name];
        return Redirect("/team/assistants");
    }

    /// <summary>Ends it from today.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid tie, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        // Only an assistant is the leader's own to end; a second click finds it ended.
        if (Ties.FirstOrDefault(one => one.Id == tie) is { } found)
        {
            await changing.EndAsync(
                signedIn.PersonId!.Value,
                agencyIds,
                tie,
                clock.Today(),
                reason: "",
                cancellationToken
            );
            Notice = texts["AssistantEnded", found.What];
        }

        return Redirect("/team/assistants");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        agencyIds = await ties.LedAgenciesAsync(cancellationToken);
        var all = signedIn.PersonId is { } me
            ? await ties.ReadAsync(me, agencyIds, cancellationToken)
            : [];
        Ties = [.. all.Where(tie => tie.Kind == TieKind.Assistant)];
        return agencyIds.Count > 0;
    }
}

using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Asks for the new polling day. Nothing is moved here: what would move is shown first.</summary>
public sealed class MoveModel(
    ElectionList elections,
    IStringLocalizer<ElectionsTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The new polling day.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Day { get; set; }

    /// <summary>When it was announced.</summary>
    [BindProperty(SupportsGet = true)]
    public string? AnnouncedOn { get; set; }

    /// <summary>Where it was announced.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Source { get; set; }

    /// <summary>The election.</summary>
    public ElectionEvent Election { get; private set; } = null!;

    /// <summary>Whether its polling day can still move.</summary>
    public bool CanMove => Election.PollingDay >= clock.Today();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(
        string election,
        CancellationToken cancellationToken
    ) => await FindAsync(election, cancellationToken) ? Page() : NotFound();

    /// <summary>Goes on to what would move.</summary>
    public async Task<IActionResult> OnPostAsync(
        string election,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(election, cancellationToken))
        {
            return NotFound();
        }

        var announcement = new PollingDayForm(Day, AnnouncedOn, Source).Read(
            (day, announcedOn) => Election.ObstacleTo(day, announcedOn, clock.Today()),
            ModelState,
            texts
        );
        if (announcement is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var query = new QueryBuilder
        {
            { "day", announcement.Day.ForField() },
            { "announcedOn", announcement.AnnouncedOn!.Value.ForField() },
            { "source", announcement.Source },
        };
        return Redirect($"/elections/move/{Election.Key}/confirm{query}");
    }

    private async Task<bool> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (await elections.FindAsync(key, cancellationToken) is not { } line)
        {
            return false;
        }

        Election = line.Election;
        return true;
    }
}

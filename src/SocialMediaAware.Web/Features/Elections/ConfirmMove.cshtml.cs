using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Shows what a move of the polling day would move, and moves it.</summary>
public sealed class ConfirmMoveModel(
    ElectionList elections,
    PollingDayMoves moves,
    MovingPollingDay moving,
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

    /// <summary>The version of the election that the mover saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The election.</summary>
    public ElectionEvent Election { get; private set; } = null!;

    /// <summary>Where it shall move.</summary>
    public PollingDayAnnouncement? Announcement { get; private set; }

    /// <summary>What would move; null when the dates do not allow it any more.</summary>
    public PollingDayMove? Move { get; private set; }

    /// <summary>Whether the new day is the kind of day that elections are held on.</summary>
    public bool IsSaturday => Announcement?.Day.DayOfWeek is DayOfWeek.Saturday;

    private PollingDayForm Form => new(Day, AnnouncedOn, Source);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(
        string election,
        CancellationToken cancellationToken
    )
    {
        if (!await FindAsync(election, cancellationToken))
        {
            return NotFound();
        }

        // An address that was typed or cut off: begin where the days are asked for.
        return Move is null ? Redirect($"/elections/move/{Election.Key}") : Page();
    }

    /// <summary>Moves it.</summary>
    public async Task<IActionResult> OnPostAsync(
        string election,
        CancellationToken cancellationToken
    )
    {
        var outcome = Form.AsSent is { } sent
            ? await moving.MoveAsync(election, Version, sent, cancellationToken)
            : ElectionChange.Refused;
        if (!await FindAsync(election, cancellationToken))
        {
            return NotFound();
        }

        if (outcome is ElectionChange.Done)
        {
            TempData[nameof(IndexModel.Notice)] = texts[
                "MoveDone",
                Election.Name,
                Election.PollingDay.InWords()
            ].Value;
            return Redirect("/elections");
        }

        if (outcome is ElectionChange.ChangedMeanwhile)
        {
            ModelState.Clear();
            ModelState.AddModelError(
                "",
                texts["MoveChangedMeanwhile", Election.PollingDay.InWords()]
            );
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (await elections.FindAsync(key, cancellationToken) is not { } line)
        {
            return false;
        }

        Election = line.Election;
        Announcement = Form.Read(
            (day, announcedOn) => Election.ObstacleTo(day, announcedOn, clock.Today()),
            ModelState,
            texts
        );
        Move = Announcement is null
            ? null
            : await moves.LookAheadAsync(Election, Announcement.Day, cancellationToken);
        return true;
    }
}

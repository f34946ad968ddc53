using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Adds an election that the content does not name.</summary>
public sealed class AddModel(
    AddingElection adding,
    IStringLocalizer<ElectionsTexts> texts,
    TimeProvider clock
) : PageModel
{
    /// <summary>The kinds that can be added, the likeliest first.</summary>
    public static IReadOnlyList<ElectionKind> Kinds { get; } =
    [ElectionKind.ByElection, ElectionKind.Local, ElectionKind.General];

    /// <summary>What is elected.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>The electorate of a by-election.</summary>
    [BindProperty]
    public string? Region { get; set; }

    /// <summary>The polling day.</summary>
    [BindProperty]
    public string? Day { get; set; }

    /// <summary>When it was announced.</summary>
    [BindProperty]
    public string? AnnouncedOn { get; set; }

    /// <summary>Where it was announced.</summary>
    [BindProperty]
    public string? Source { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Read() is { } election)
        {
            if (await adding.AddAsync(election, cancellationToken) is ElectionChange.Done)
            {
                var notice =
                    election.PollingDay.Day.DayOfWeek is DayOfWeek.Saturday
                        ? "Added"
                        : "AddedNotASaturday";
                TempData[nameof(IndexModel.Notice)] = texts[
                    notice,
                    election.Name,
                    election.PollingDay.Day.InWords()
                ].Value;
                return Redirect("/elections");
            }

            ModelState.AddModelError(nameof(Day), texts["AlreadyThere", election.Name]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private NewElection? Read()
    {
        var kind = Kinds
            .Select(kind => (ElectionKind?)kind)
            .FirstOrDefault(kind => kind.ToString() == Kind);
        if (kind is null)
        {
            ModelState.AddModelError(nameof(Kind), texts["KindMissing"]);
        }

        var region = kind is ElectionKind.ByElection ? Region?.Trim() ?? "" : null;
        if (region is not null && NewElection.SlugOf(region).Length == 0)
        {
            ModelState.AddModelError(nameof(Region), texts["RegionMissing"]);
        }
        else if (region?.Length > ElectionEvent.RegionLength)
        {
            ModelState.AddModelError(nameof(Region), texts["RegionTooLong"]);
        }

        var today = clock.Today();
        var announcement = new PollingDayForm(Day, AnnouncedOn, Source).Read(
            (day, announcedOn) => ElectionEvent.ObstacleTo(day, announcedOn, today, null),
            ModelState,
            texts
        );
        return announcement is null || kind is null
            ? null
            : new NewElection(
                kind.Value,
                texts[$"Name{kind}", announcement.Day.Year, region ?? ""],
                region,
                announcement
            );
    }
}

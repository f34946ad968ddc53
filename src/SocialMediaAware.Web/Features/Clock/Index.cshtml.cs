using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Clock;

/// <summary>
/// Moves the portal's date, for whoever tries the portal. Outside Development the page has no address at all: see
/// <c>PortalServices</c>.
/// </summary>
public sealed class IndexModel(
    PortalClock clock,
    LivingThroughDays living,
    ContentStore content,
    PortalDbContext database,
    IStringLocalizer<ClockTexts> texts
) : PageModel
{
    /// <summary>The date to move to.</summary>
    [BindProperty]
    public DateOnly? Date { get; set; }

    /// <summary>What was just done; null when nothing was.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The portal's date.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>Dates to choose from.</summary>
    public IReadOnlyList<ClockDate> Dates { get; private set; } = [];

    /// <summary>Shows the date.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) =>
        ReadDatesAsync(cancellationToken);

    /// <summary>Moves to a date. On that date already, as after a double click, nothing more is done.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ProblemOf(Date) is { } problem)
        {
            // What the binder made of something that is no date is said in our words.
            ModelState.Clear();
            ModelState.AddModelError(nameof(Date), problem);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ReadDatesAsync(cancellationToken);
            return Page();
        }

        await living.UntilAsync(Date!.Value, cancellationToken);
        Notice = texts["Moved", Today.InWords()];
        return RedirectToPage();
    }

    private async Task ReadDatesAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        var elections = await database
            .ElectionsOn()
            .Where(on => on.Election.PollingDay > today)
            .Select(on => new ClockElection(
                on.Election.Name,
                on.Election.PreElectionFrom,
                on.Election.PollingDay
            ))
            .Distinct()
            .ToListAsync(cancellationToken);
        Dates = ClockDates.After(
            today,
            new WorkingDayCalendar(content.Library.Holidays),
            elections
        );
    }

    private string? ProblemOf(DateOnly? date) =>
        date is null ? texts["Missing"].Value
        : date < Today ? texts["Past", Today.InWords()].Value
        : date > Today.AddDays(LivingThroughDays.MostDays)
            ? texts[
                "TooFar",
                Today.AddDays(LivingThroughDays.MostDays).InWords(),
                LivingThroughDays.MostDays
            ].Value
        : null;
}

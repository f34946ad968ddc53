using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Reminders.Watching;

/// <summary>The mails of the days ahead, over all programmes, and whether they fit into the hours in which mail goes out.</summary>
public sealed class ForecastModel(
    PortalDbContext database,
    OutboxPages pages,
    AgencyForecast forecasts,
    MailSettings settings
) : PageModel
{
    private const int MinutesOfADay = 9 * 60;

    /// <summary>One agency only; nothing for all.</summary>
    [FromQuery(Name = "agency")]
    public string? Agency { get; set; }

    /// <summary>The agencies to choose from.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Agencies { get; private set; } = [];

    /// <summary>The agency that was chosen; null for all.</summary>
    public Guid? Chosen { get; private set; }

    /// <summary>The forecast.</summary>
    public MailForecast Mails { get; private set; } = null!;

    /// <summary>How many mails go out in a minute at most; 0 for no limit.</summary>
    public int PerMinute => settings.MailsPerMinute;

    /// <summary>How many fit into a day.</summary>
    public int PerDay => PerMinute * MinutesOfADay;

    /// <summary>The days on which there are more mails than fit.</summary>
    public IReadOnlyList<MailDay> FullDays => [.. Mails.Days.Where(day => !Fits(day))];

    /// <summary>Whether a day's mails go out on that day.</summary>
    public bool Fits(MailDay day) => PerMinute == 0 || day.People <= PerDay;

    /// <summary>How long a day's mails take.</summary>
    public TimeSpan Takes(MailDay day) =>
        TimeSpan.FromMinutes(Math.Ceiling((double)day.People / PerMinute));

    /// <summary>Shows it. An agency that is not this reader's is left aside.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var seen = pages.AgencyIds;
        var agencies = await database
            .Agencies.Where(agency => seen.Contains(agency.Id))
            .OrderBy(agency => agency.ShortName)
            .Select(agency => new { agency.Id, agency.ShortName })
            .ToListAsync(cancellationToken);
        Agencies = [.. agencies.Select(agency => (agency.Id, agency.ShortName))];
        Chosen = Guid.TryParse(Agency, out var chosen) && seen.Contains(chosen) ? chosen : null;
        Mails = await forecasts.ReadAsync(
            Chosen is { } only ? [only] : [.. Agencies.Select(agency => agency.Id)],
            cancellationToken
        );
    }
}

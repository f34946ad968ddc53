using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.Onboarding;

/// <summary>Onboarding by unit.</summary>
public sealed class IndexModel(ReportPlaces places, OnboardingReports reports, TimeProvider clock)
    : PageModel
{
    /// <summary>The unit asked for, by id; the agency's id or nothing for the whole agency.</summary>
    [FromQuery(Name = "unit")]
    public string? UnitId { get; set; }

    /// <summary>What the report is about.</summary>
    public ReportPlace Place { get; private set; } = null!;

    /// <summary>The figures.</summary>
    public OnboardingReport Report { get; private set; } = null!;

    /// <summary>Shows the report.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var place = await places.FindAsync(UnitId, clock.Today(), cancellationToken);
        if (place is null)
        {
            return NotFound();
        }

        Place = place;
        Report = await reports.CountAsync(place, cancellationToken);
        return Page();
    }
}

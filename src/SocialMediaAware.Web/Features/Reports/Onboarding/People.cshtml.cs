using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.Onboarding;

/// <summary>Who stands where in onboarding, one page at a time. Each view is written to the audit log.</summary>
public sealed class PeopleModel(
    ReportPlaces places,
    OnboardingReports reports,
    AuditLog audit,
    TimeProvider clock
) : PageModel
{
    /// <summary>The unit asked for, by id; nothing for the whole agency.</summary>
    [FromQuery(Name = "unit")]
    public string? UnitId { get; set; }

    /// <summary>Where people stand: a word of <see cref="OnboardingStatuses" />; nothing for everybody.</summary>
    [FromQuery(Name = "status")]
    public string? Status { get; set; }

    /// <summary>Which page, from 1.</summary>
    [FromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>What the list is about.</summary>
    public ReportPlace Place { get; private set; } = null!;

    /// <summary>The people.</summary>
    public OnboardingPeople List { get; private set; } = null!;

    /// <summary>The day on which they stand there.</summary>
    public DateOnly AsAt { get; private set; }

    /// <summary>The address of another page of the same list.</summary>
    public string AddressOf(int page) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/reports/onboarding/people?unit={Place.Unit.Id}&status={Status}&page={page}"
        );

    /// <summary>What a unit is called; the agency's name for one that is no longer in the tree.</summary>
    public string NameOf(Guid? unitId) =>
        (unitId is { } id ? Place.Tree.Find(id) : null)?.Name ?? Place.Tree.Root.Name;

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        AsAt = clock.Today();
        var place = await places.FindAsync(UnitId, AsAt, cancellationToken);
        var statuses = OnboardingStatuses.Find(Status);
        if (place is null || statuses is null || !TryReadPage(out var page))
        {
            return NotFound();
        }

        Place = place;
        List = await reports.ListAsync(place, statuses, page, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            place.AgencyId,
            $"/reports/onboarding/people?unit={place.Unit.Id}&status={Status}",
            string.Create(CultureInfo.InvariantCulture, $"page {List.Page}: {List.People.Count}"),
            cancellationToken
        );
        return Page();
    }

    private bool TryReadPage(out int page)
    {
        page = 1;
        return string.IsNullOrEmpty(PageNumber)
            || (
                int.TryParse(PageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out page)
                && page > 0
            );
    }
}

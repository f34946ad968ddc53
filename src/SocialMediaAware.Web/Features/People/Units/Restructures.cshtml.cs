using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Shared;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>The restructures of an agency: being written, to come, done and taken back.</summary>
public sealed class RestructuresModel(
    PortalDbContext database,
    UnitChoices choices,
    TimeProvider clock
) : PageModel
{
    private const int PageLength = 50;

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The agencies to choose from.</summary>
    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    /// <summary>The agency.</summary>
    public AgencyChoice Agency { get; private set; } = null!;

    /// <summary>Those of this page: drafts first, then the latest day first.</summary>
    public IReadOnlyList<RestructurePlan> Plans { get; private set; } = [];

    /// <summary>The way to other pages.</summary>
    public PageLinks Links { get; private set; } = null!;

    /// <summary>Today in New Zealand.</summary>
    public DateOnly Today { get; } = clock.Today();

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "agency")] string? agencyId,
        [FromQuery(Name = "page")] string? pageNumber,
        CancellationToken cancellationToken
    )
    {
        Agencies = await choices.AgenciesAsync(cancellationToken, PortalRole.HumanResources);
        if (UnitChoices.Named(Agencies, agencyId) is not { } agency)
        {
            return NotFound();
        }

        Agency = agency;
        var plans = database.RestructurePlans.Where(plan => plan.AgencyId == agency.Id);
        var pages = Math.Max(
            1,
            (await plans.CountAsync(cancellationToken) + PageLength - 1) / PageLength
        );
        _ = int.TryParse(pageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        page = Math.Clamp(page, 1, pages);
        Plans = await plans
            .AsNoTracking()
            .OrderByDescending(plan => plan.State == RestructureState.Draft)
            .ThenByDescending(plan => plan.On)
            .ThenByDescending(plan => plan.Id)
            .Skip((page - 1) * PageLength)
            .Take(PageLength)
            .ToListAsync(cancellationToken);
        Links = PageLinks.Of(
            page,
            pages,
            number => $"/people/units/restructures?agency={agency.Id}&page={number}"
        );
        return Page();
    }

    /// <summary>The text that says how far one has come.</summary>
    public string StateOf(RestructurePlan plan) =>
        plan.State == RestructureState.Confirmed && plan.On > Today ? "StateComing"
        : plan.State == RestructureState.Confirmed ? "StateDone"
        : $"State{plan.State}";
}

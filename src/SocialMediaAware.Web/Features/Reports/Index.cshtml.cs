using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Reports.Overview;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>An agency over all its programmes, as at a day; the way to every other report.</summary>
public sealed class OverviewModel(CompletionScopes scopes, AgencyOverviews overviews) : PageModel
{
    /// <summary>The agency; nothing for the reader's first.</summary>
    [FromQuery(Name = "unit")]
    public string? Unit { get; set; }

    /// <summary>A date such as <c>2027-06-30</c>; nothing for today.</summary>
    [FromQuery(Name = "asat")]
    public string? AsAt { get; set; }

    /// <summary>In which order the units stand: a word of <see cref="UnitOrder" />.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>The figures.</summary>
    public AgencyOverview Overview { get; private set; } = null!;

    /// <summary>What was asked and cannot be shown; empty when nothing was.</summary>
    public CompletionScope Scope { get; private set; } = null!;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = await scopes.FindAsync(new(Unit, null, null, AsAt), cancellationToken);
        if (scope is null)
        {
            return NotFound();
        }

        Scope = scope with { Place = scope.Place with { Unit = scope.Place.Tree.Root } };
        Sort = UnitOrder.Find(Sort);
        Overview = await overviews.CountAsync(
            Scope.Place,
            Scope.AsAt,
            Scope.KnownAt,
            cancellationToken
        );
        return Page();
    }

    /// <summary>The same view with the units in another order.</summary>
    public string AddressSorted(string order)
    {
        var query = new QueryBuilder
        {
            { "unit", Scope.Place.AgencyId.ToString() },
            { "asat", Scope.AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        };
        if (order.Length > 0)
        {
            query.Add("sort", order);
        }

        return $"/reports{query.ToQueryString()}#by-unit";
    }

    /// <summary>The address of a programme's own report, as at the same day.</summary>
    public string AddressOf(ProgrammeOverview programme, Guid? unitId = null) =>
        CompletionAddress.Of(
            Scope with
            {
                Programme = programme.Programme,
                Cycle = programme.Round?.Key,
            },
            CompletionAddress.Units,
            unitId
        );
}

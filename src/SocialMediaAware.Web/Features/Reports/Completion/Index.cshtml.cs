using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Reports.Completion;

/// <summary>Completion of a programme's round by unit, as at a day.</summary>
public sealed class IndexModel(CompletionScopes scopes, CompletionReports reports) : PageModel
{
    /// <summary>What is asked about.</summary>
    [FromQuery(Name = "")]
    public CompletionQuestion Question { get; set; } = null!;

    /// <summary>In which order the units stand: a word of <see cref="UnitOrder" />.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>What the report is about.</summary>
    public CompletionScope Scope { get; private set; } = null!;

    /// <summary>The figures.</summary>
    public CompletionReport Report { get; private set; } = null!;

    /// <summary>Shows the report.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = await scopes.FindAsync(Question, cancellationToken);
        if (scope is null)
        {
            return NotFound();
        }

        Scope = scope;
        Sort = UnitOrder.Find(Sort);
        Report = await reports.CountAsync(scope, cancellationToken);
        return Page();
    }

    /// <summary>The same view with the units in another order.</summary>
    public string AddressSorted(string order) =>
        CompletionAddress.Of(Scope, CompletionAddress.Units, sort: order) + "#by-unit";
}

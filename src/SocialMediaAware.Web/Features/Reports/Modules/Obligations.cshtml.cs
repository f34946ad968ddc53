using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>The obligations that are misunderstood most.</summary>
public sealed class ObligationsModel(ModuleScopes scopes, ObligationReports reports) : PageModel
{
    /// <summary>What is asked about.</summary>
    [FromQuery(Name = "")]
    public ModuleQuestion Question { get; set; } = null!;

    /// <summary>What the report is about.</summary>
    public ModuleScope Scope { get; private set; } = null!;

    /// <summary>The figures.</summary>
    public ObligationReport Report { get; private set; } = null!;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = await scopes.FindAsync(Question, cancellationToken);
        if (scope is null)
        {
            return NotFound();
        }

        Scope = scope;
        Report = await reports.ReadAsync(scope, cancellationToken);
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>One module: how long it took, round by round, and how each of its scenarios was answered at first.</summary>
public sealed class ModuleModel(ModuleScopes scopes, ModuleReports reports) : PageModel
{
    /// <summary>What is asked about.</summary>
    [FromQuery(Name = "")]
    public ModuleQuestion Question { get; set; } = null!;

    /// <summary>What the report is about.</summary>
    public ModuleScope Scope { get; private set; } = null!;

    /// <summary>The figures.</summary>
    public ModuleReport Report { get; private set; } = null!;

    /// <summary>Shows them. A module that the agency never asked anybody to read is not found.</summary>
    public async Task<IActionResult> OnGetAsync(string module, CancellationToken cancellationToken)
    {
        var scope = await scopes.FindAsync(Question, cancellationToken);
        if (scope?.FindModule(module) is not { } found)
        {
            return NotFound();
        }

        Scope = scope;
        Report = await reports.ReadAsync(scope, found, cancellationToken);
        return Page();
    }
}

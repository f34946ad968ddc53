using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>The modules of an agency: how long they take, and how often the first answer is right.</summary>
public sealed class ModuleListModel(ModuleScopes scopes, ModuleReports reports) : PageModel
{
    /// <summary>What is asked about.</summary>
    [FromQuery(Name = "")]
    public ModuleQuestion Question { get; set; } = null!;

    /// <summary>What the report is about.</summary>
    public ModuleScope Scope { get; private set; } = null!;

    /// <summary>The modules.</summary>
    public IReadOnlyList<ModuleRow> Rows { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = await scopes.FindAsync(Question, cancellationToken);
        if (scope is null)
        {
            return NotFound();
        }

        Scope = scope;
        Rows = await reports.ListAsync(scope, cancellationToken);
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Reports.Completion;

/// <summary>Completion of a programme's round by unit, as at a day.</summary>
public sealed class IndexModel(CompletionScopes scopes, CompletionReports reports) : PageModel
{
    /// <summary>The unit asked for, by id; the agency's id or nothing for the whole agency.</summary>
    [FromQuery(Name = "unit")]
    public string? UnitId { get; set; }

    /// <summary>The programme asked for, by id.</summary>
    [FromQuery(Name = "programme")]
    public string? ProgrammeId { get; set; }

    /// <summary>Its round, by key.</summary>
    [FromQuery(Name = "cycle")]
    public string? Cycle { get; set; }

    /// <summary>The day, such as 2027-06-30.</summary>
    [FromQuery(Name = "asat")]
    public string? AsAt { get; set; }

    /// <summary>What the report is about.</summary>
    public CompletionScope Scope { get; private set; } = null!;

    /// <summary>The figures.</summary>
    public CompletionReport Report { get; private set; } = null!;

    /// <summary>Shows the report.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = await scopes.FindAsync(
            new(UnitId, ProgrammeId, Cycle, AsAt),
            cancellationToken
        );
        if (scope is null)
        {
            return NotFound();
        }

        Scope = scope;
        Report = await reports.CountAsync(scope, cancellationToken);
        return Page();
    }
}

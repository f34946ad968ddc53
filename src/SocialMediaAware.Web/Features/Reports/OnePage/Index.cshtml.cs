using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Reports.Overview;

namespace SocialMediaAware.Web.Features.Reports.OnePage;

/// <summary>One page to print for the Minister's office. It is made to leave the agency, so the audit log knows each view.</summary>
public sealed class IndexModel(CompletionScopes scopes, AgencyOverviews overviews, AuditLog audit)
    : PageModel
{
    /// <summary>The agency; nothing for the reader's first.</summary>
    [FromQuery(Name = "unit")]
    public string? Unit { get; set; }

    /// <summary>A date such as <c>2027-06-30</c>; nothing for today.</summary>
    [FromQuery(Name = "asat")]
    public string? AsAt { get; set; }

    /// <summary>What it is about.</summary>
    public CompletionScope Scope { get; private set; } = null!;

    /// <summary>The figures as they may be told.</summary>
    public IReadOnlyList<OnePageRow> Rows { get; private set; } = [];

    /// <summary>The agency's name in full.</summary>
    public string AgencyName => Scope.Place.Tree.Root.Name;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = await scopes.FindAsync(new(Unit, null, null, AsAt), cancellationToken);
        if (scope is null)
        {
            return NotFound();
        }

        Scope = scope with { Place = scope.Place with { Unit = scope.Place.Tree.Root } };
        var overview = await overviews.CountAsync(
            Scope.Place,
            Scope.AsAt,
            Scope.KnownAt,
            cancellationToken
        );
        Rows = OnePageFigures.Of(overview);
        await audit.WriteAsync(
            AuditActions.ReportExported,
            scope.Place.AgencyId,
            CompletionAddress.Of(Scope, CompletionAddress.OnePage),
            "page",
            cancellationToken
        );
        return Page();
    }
}

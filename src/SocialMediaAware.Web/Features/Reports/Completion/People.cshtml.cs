using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Reports.Completion;

/// <summary>Who stands where, one page at a time. Each view is written to the audit log.</summary>
public sealed class PeopleModel(
    CompletionScopes scopes,
    CompletionPeopleList people,
    AuditLog audit
) : PageModel
{
    /// <summary>What is asked about.</summary>
    [FromQuery(Name = "")]
    public CompletionQuestion Question { get; set; } = null!;

    /// <summary>Where people stand: a word of <see cref="CompletionStatuses" />; nothing for everybody.</summary>
    [FromQuery(Name = "status")]
    public string? Status { get; set; }

    /// <summary>Which page, from 1.</summary>
    [FromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>What the list is about.</summary>
    public CompletionScope Scope { get; private set; } = null!;

    /// <summary>The people.</summary>
    public CompletionPeople List { get; private set; } = null!;

    /// <summary>The address of another page of the same list.</summary>
    public string AddressOf(int page) =>
        CompletionAddress.Of(Scope, CompletionAddress.People, status: Status, page: page);

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = await scopes.FindAsync(Question, cancellationToken);
        var statuses = CompletionStatuses.Find(Status);
        if (scope is null || statuses is null || !TryReadPage(out var page))
        {
            return NotFound();
        }

        Scope = scope;
        List = await people.ListAsync(scope, statuses, page, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            scope.Place.AgencyId,
            AddressOf(List.Page),
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

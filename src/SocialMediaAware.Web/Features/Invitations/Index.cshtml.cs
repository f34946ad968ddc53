using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.Invitations;

/// <summary>Lists who has no way in yet, by how far they are. Each view is written to the audit log.</summary>
public sealed class IndexModel(
    InvitationList list,
    InvitationSearches searches,
    AuditLog audit,
    TimeProvider clock
) : PageModel
{
    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The agencies to choose from.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Agencies { get; private set; } = [];

    /// <summary>Whom the list shows.</summary>
    public InvitationSearch Search { get; private set; } = null!;

    /// <summary>The people of this page.</summary>
    public InvitationPage List { get; private set; } = null!;

    /// <summary>Now.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Where everybody that is listed can be invited.</summary>
    public string SendAddress => searches.AddressOf("/people/invitations/send", Search);

    /// <summary>The address of a page of the list.</summary>
    public string AddressOf(int page) => searches.AddressOf("/people/invitations", Search, page);

    /// <summary>Lists them.</summary>
    public async Task<IActionResult> OnGetAsync(
        string? agency,
        string? state,
        string? q,
        [FromQuery(Name = "page")] string? page,
        CancellationToken cancellationToken
    )
    {
        Agencies = await searches.AgenciesAsync(cancellationToken);
        if (searches.Read(Agencies, agency, state, q) is not { } search)
        {
            return NotFound();
        }

        Search = search;
        _ = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        List = await list.ReadAsync(search, number, cancellationToken);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            search.AgencyId,
            AddressOf(List.Page),
            string.Create(CultureInfo.InvariantCulture, $"page {List.Page}: {List.People.Count}"),
            cancellationToken
        );
        return Page();
    }
}

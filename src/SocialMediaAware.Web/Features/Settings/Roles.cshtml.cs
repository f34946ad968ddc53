using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Shared;

namespace SocialMediaAware.Web.Features.Settings;

/// <summary>Who has which granted role, in the agencies that the signed-in account administers.</summary>
public sealed class RolesModel(RoleList roles, SignedIn signedIn, AuditLog audit) : PageModel
{
    /// <summary>The last page that can be asked for; whoever needs more searches.</summary>
    private const int LastPage = 10_000;

    /// <summary>A part of a name or mail address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int Number { get; set; } = 1;

    /// <summary>What was just done.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The roles of this page.</summary>
    public IReadOnlyList<RoleLine> Lines { get; private set; } = [];

    /// <summary>Whether another page follows.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The pages before and after.</summary>
    public PageLinks Links =>
        new(Number > 1 ? AddressOf(Number - 1) : null, HasMore ? AddressOf(Number + 1) : null);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, LastPage);
        (Lines, HasMore) = await roles.ReadAsync(Search, Number, cancellationToken);
        var agencies = signedIn.AgenciesAs(PortalRole.Administrator);
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            agencies is [var only] ? only : null,
            "/settings/roles",
            "",
            cancellationToken
        );
    }

    private string AddressOf(int number)
    {
        var query = new QueryBuilder
        {
            { "page-number", number.ToString(CultureInfo.InvariantCulture) },
        };
        if (!string.IsNullOrWhiteSpace(Search))
        {
            query.Add("search", Search);
        }

        return $"/settings/roles{query}";
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>The sessions that HR or a leader sees to.</summary>
public sealed class IndexModel(AssistedSessions sessions, SignedIn signedIn) : PageModel
{
    /// <summary>What was done just now; null for nothing.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Which page, from 1.</summary>
    [FromQuery(Name = "page")]
    public string? PageAsked { get; set; }

    /// <summary>The page shown, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The sessions on it.</summary>
    public IReadOnlyList<SessionLine> Lines { get; private set; } = [];

    /// <summary>Whether there are older ones.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Whether the reader may record papers.</summary>
    public bool IsHr => signedIn.HasAnywhere(PortalRole.HumanResources);

    /// <summary>The address of another page of the list.</summary>
    public static string AddressOf(int page) =>
        string.Create(CultureInfo.InvariantCulture, $"/assisted?page={page}");

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        _ = int.TryParse(PageAsked, CultureInfo.InvariantCulture, out var page);
        Number = Math.Clamp(page, 1, 100_000);
        (Lines, HasMore) = await sessions.ReadAsync(Number, cancellationToken);
    }
}

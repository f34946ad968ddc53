using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>The exemptions that the reader gave and that hold today. Nobody else's are listed or counted.</summary>
public sealed class ExemptionsModel(MyExemptions exemptions) : PageModel
{
    /// <summary>The address of a page of the list.</summary>
    public string AddressOf(int page) =>
        string.Create(CultureInfo.InvariantCulture, $"/people/exemptions?page={page}");

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The exemptions of this page.</summary>
    public ExemptionPage List { get; private set; } = null!;

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(
        [FromQuery(Name = "page")] string? page,
        CancellationToken cancellationToken
    )
    {
        _ = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        List = await exemptions.ReadAsync(number, personId: null, cancellationToken);
    }
}

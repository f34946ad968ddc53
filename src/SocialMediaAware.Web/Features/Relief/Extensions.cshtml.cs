using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>The time that was given in the reader's agencies.</summary>
public sealed class ExtensionsModel(ExtensionList extensions) : PageModel
{
    /// <summary>The address of a page of the list.</summary>
    public string AddressOf(int page) =>
        string.Create(CultureInfo.InvariantCulture, $"/people/extensions?page={page}");

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The extensions of this page.</summary>
    public ExtensionPage List { get; private set; } = null!;

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(
        [FromQuery(Name = "page")] string? page,
        CancellationToken cancellationToken
    )
    {
        _ = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        List = await extensions.ReadAsync(number, personId: null, cancellationToken);
    }
}

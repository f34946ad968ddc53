using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Step 3: what earlier packs said of the same things, and what a subtraction would reveal.</summary>
public sealed class ComparisonModel(InformationPacks packs, EarlierPacks earlierPacks) : PageModel
{
    private const int OnAPage = 50;

    /// <summary>The pack.</summary>
    public InformationPack Pack { get; private set; } = null!;

    /// <summary>The packs that were released before, the newest first.</summary>
    public IReadOnlyList<EarlierPack> Earlier { get; private set; } = [];

    /// <summary>What it and the chosen one both tell; null where none was released before.</summary>
    public PackComparison? Comparison { get; private set; }

    /// <summary>Which page, from 1.</summary>
    public int PageNumber { get; private set; }

    /// <summary>How many pages there are.</summary>
    public int Pages { get; private set; }

    /// <summary>The differences on this page.</summary>
    public IReadOnlyList<FigureDifference> Differences { get; private set; } = [];

    /// <summary>Compares with the newest, or with the one that is named.</summary>
    public async Task<IActionResult> OnGetAsync(
        Guid pack,
        [FromQuery(Name = "with")] string? other,
        [FromQuery(Name = "page")] string? pageNumber,
        CancellationToken cancellationToken
    )
    {
        if (await packs.FindAsync(pack, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Pack = found;
        var earlier = await earlierPacks.ReadAsync(
            found.Agency.Id,
            found.Released is null ? null : pack,
            cancellationToken
        );
        Earlier = [.. earlier.Reverse()];
        if (Earlier.Count == 0)
        {
            return Page();
        }

        var chosen = string.IsNullOrEmpty(other)
            ? Earlier[0]
            : Earlier.FirstOrDefault(one => $"{one.Request.Id}" == other);
        if (chosen is null)
        {
            return NotFound();
        }

        Comparison = PackComparison.Of(found, chosen);
        _ = int.TryParse(pageNumber, CultureInfo.InvariantCulture, out var page);
        var count = Comparison.Differences.Count;
        Pages = Math.Max(1, (count + OnAPage - 1) / OnAPage);
        PageNumber = Math.Clamp(page, 1, Pages);
        Differences = [.. Comparison.Differences.Skip((PageNumber - 1) * OnAPage).Take(OnAPage)];
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>The programmes of HR's agencies.</summary>
public sealed class IndexModel(ProgrammeList list) : PageModel
{
    /// <summary>What was done just now; null for nothing.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The programmes, by name.</summary>
    public IReadOnlyList<ProgrammeLine> Lines { get; private set; } = [];

    /// <summary>Whether they are of several agencies.</summary>
    public bool HasSeveralAgencies => Lines.Select(line => line.Agency).Distinct().Skip(1).Any();

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Lines = await list.ReadAsync(cancellationToken);
}

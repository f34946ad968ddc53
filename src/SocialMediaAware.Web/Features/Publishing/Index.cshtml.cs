using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Publishing;

/// <summary>The modules that the signed-in account looks after.</summary>
public sealed class IndexModel(OwnedModules owned, ContentStore content) : PageModel
{
    /// <summary>The modules, by title.</summary>
    public IReadOnlyList<OwnedModule> Modules { get; private set; } = [];

    /// <summary>What is taught and exercised.</summary>
    public ContentCoverage Coverage => content.Library.Coverage;

    /// <summary>Whether the files hold errors, so that an older state is shown.</summary>
    public bool HasErrors => content.HasErrors;

    /// <summary>What was just done; null when nothing was.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Modules = await owned.ReadAsync(cancellationToken);
}

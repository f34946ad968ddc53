using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>The library: what this person may read.</summary>
public sealed class IndexModel(ReadableModules readable) : PageModel
{
    /// <summary>The modules, by title.</summary>
    public IReadOnlyList<Module> Modules { get; private set; } = [];

    /// <summary>Shows the library.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Modules = await readable.ReadAsync(cancellationToken);
}

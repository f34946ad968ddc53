using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>Looks for words in the modules that this person may read.</summary>
public sealed class SearchModel(ReadableModules readable) : PageModel
{
    /// <summary>What is looked for.</summary>
    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>What was found, the likeliest first.</summary>
    public IReadOnlyList<FoundSection> Found { get; private set; } = [];

    /// <summary>Looks for it.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Query = (Query ?? "").Trim();
        Query =
            Query.Length <= ModuleSearch.QueryLength ? Query : Query[..ModuleSearch.QueryLength];
        Found = ModuleSearch.Find(await readable.ReadAsync(cancellationToken), Query);
    }
}

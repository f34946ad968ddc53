using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>A whole module on one page, to print or to keep. Looking at it records nothing.</summary>
public sealed class PrintModel(ReadingPlaces places, ContentStore content) : PageModel
{
    /// <summary>The module, in the version that this person reads.</summary>
    public Module Module { get; private set; } = null!;

    /// <summary>The sources of this module that were replaced.</summary>
    public IReadOnlyList<Source> ReplacedSources =>
        SectionSources.Replaced(content.Library, Module);

    /// <summary>The sources of this module.</summary>
    public IEnumerable<Source> Sources =>
        Module
            .SourceIds.Select(id => content.Library.Sources.GetValueOrDefault(id))
            .OfType<Source>();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(
        string module,
        Guid? assignment,
        CancellationToken cancellationToken
    )
    {
        if (await places.FindAsync(module, assignment, cancellationToken) is not { } place)
        {
            return NotFound();
        }

        Module = place.Module;
        return Page();
    }
}

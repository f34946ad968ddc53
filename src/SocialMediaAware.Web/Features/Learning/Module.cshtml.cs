using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>A module at a glance: what it is about, its sections, and where to go on.</summary>
public sealed class ModuleModel(ReadingPlaces places, ContentStore content) : PageModel
{
    /// <summary>Where somebody reads.</summary>
    public ReadingPlace Place { get; private set; } = null!;

    /// <summary>The sources of this module that were replaced.</summary>
    public IReadOnlyList<Source> ReplacedSources =>
        SectionSources.Replaced(content.Library, Place.Module);

    /// <summary>The first section that is not opened yet, or the first.</summary>
    public string ContinueAddress =>
        Place.AddressOf(
            Place.Module.Sections.FirstOrDefault(section =>
                Place.Part?.Opened.Contains(section.Id) == false
            ) ?? Place.Module.Sections[0]
        );

    /// <summary>The words on the button.</summary>
    public string ContinueKey => Place.Part?.Opened.Count > 0 ? "Continue" : "Begin";

    /// <summary>Shows the module.</summary>
    public async Task<IActionResult> OnGetAsync(
        string module,
        Guid? assignment,
        CancellationToken cancellationToken
    )
    {
        var place = await places.FindAsync(module, assignment, cancellationToken);
        if (place is null)
        {
            return NotFound();
        }

        Place = place;
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>One section of a module. Looking records nothing; Continue does.</summary>
public sealed class SectionModel(
    ReadingPlaces places,
    OpeningSections opening,
    AssignmentPaths paths,
    ContentStore content,
    SignedIn signedIn
) : PageModel
{
    /// <summary>Where somebody reads.</summary>
    public ReadingPlace Place { get; private set; } = null!;

    /// <summary>The section.</summary>
    public Section Section { get; private set; } = null!;

    /// <summary>The steps beside it.</summary>
    public IReadOnlyList<ReadingStep> Steps { get; private set; } = [];

    /// <summary>Which step this is, from 1, and of how many.</summary>
    public (int Number, int Count) StepPlace => ReadingSteps.PlaceIn(Steps);

    /// <summary>Where its text comes from.</summary>
    public IReadOnlyList<SectionSource> Sources => SectionSources.Of(content.Library, Section);

    /// <summary>The sources of this module that were replaced.</summary>
    public IReadOnlyList<Source> ReplacedSources =>
        [
            .. SectionSources
                .Replaced(content.Library, Place.Module)
                .Where(source => Sources.Any(entry => entry.Source.Id == source.Id)),
        ];

    /// <summary>Where the section before is read; null for the first.</summary>
    public string? PreviousAddress =>
        Section.Position == Place.Module.Sections[0].Position
            ? null
            : Place.AddressOf(
                Place.Module.Sections.Last(section => section.Position < Section.Position)
            );

    /// <summary>Shows the section.</summary>
    public async Task<IActionResult> OnGetAsync(
        string module,
        string section,
        Guid? assignment,
        CancellationToken cancellationToken
    )
    {
        var place = await places.FindAsync(module, assignment, cancellationToken);
        if (place?.Module.FindSection(section) is not { } found)
        {
            return NotFound();
        }

        (Place, Section) = (place, found);
        Steps = ReadingSteps.Of(place, found);
        return Page();
    }

    /// <summary>Records that it was read, and goes on to the next step.</summary>
    public async Task<IActionResult> OnPostAsync(
        string module,
        string section,
        [FromForm] string? version,
        [FromForm] Guid? assignment,
        CancellationToken cancellationToken
    )
    {
        var place = await places.FindAsync(module, assignment, cancellationToken);
        if (place is null)
        {
            return NotFound();
        }

        // The version that the page showed, when the portal knows it; a text that nobody was shown is not recorded.
        var shown = ContentVersion.TryParse(version, out var shownVersion)
            ? content.Library.FindVersion(module, shownVersion)
            : place.Module;
        if (
            shown?.WasPublished == true
            && shown.FindSection(section) is { } read
            && signedIn.PersonId is { } personId
        )
        {
            await opening.OpenAsync(
                personId,
                place.Path?.Assignment,
                shown,
                read,
                place.Module.Version,
                cancellationToken
            );
        }

        return LocalRedirect(await NextAddressAsync(place, section, cancellationToken));
    }

    private async Task<string> NextAddressAsync(
        ReadingPlace place,
        string section,
        CancellationToken cancellationToken
    )
    {
        // The way is read again: what was just recorded changes it.
        var path =
            place.Path is { } before && signedIn.PersonId is { } personId
                ? await paths.ReadAsync(personId, before.Assignment.Id, cancellationToken) ?? before
                : null;
        return (place with { Path = path }).AddressAfter(section);
    }
}

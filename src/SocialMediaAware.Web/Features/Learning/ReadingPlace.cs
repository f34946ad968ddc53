using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>Where somebody reads: a module in the version that is theirs, and the assignment it is for.</summary>
/// <param name="Module">The version.</param>
/// <param name="Path">The way through the assignment; null when nobody asked them to read it.</param>
public sealed record ReadingPlace(Module Module, AssignmentPath? Path)
{
    /// <summary>How far they are with this module; null without an assignment.</summary>
    public PathModule? Part =>
        Path?.Modules.FirstOrDefault(part => part.Module.Slug == Module.Slug);

    /// <summary>Where one of its sections is read.</summary>
    public string AddressOf(Section section) =>
        $"/learning/{Module.Slug}/{section.Id}"
        + (Path is null ? "" : $"?assignment={Path.Assignment.Id}");
}

/// <summary>Finds the place of a module's address for whoever asks.</summary>
public sealed class ReadingPlaces(
    ContentStore content,
    AssignmentPaths paths,
    ReadableModules readable,
    SignedIn signedIn
)
{
    /// <summary>Finds it.</summary>
    /// <param name="moduleSlug">The module.</param>
    /// <param name="assignmentId">The assignment that was named; otherwise the one that is due first.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Null for a module that does not exist for this person: a draft, or another agency's rule.</returns>
    public async Task<ReadingPlace?> FindAsync(
        string moduleSlug,
        Guid? assignmentId,
        CancellationToken cancellationToken
    )
    {
        var open = signedIn.PersonId is { } personId
            ? await paths.ReadOpenAsync(personId, cancellationToken)
            : [];
        var covering = open.Where(path => path.Modules.Any(part => part.Module.Slug == moduleSlug))
            .ToList();
        var path =
            covering.Find(path => path.Assignment.Id == assignmentId) ?? covering.FirstOrDefault();
        if (path is not null)
        {
            return new ReadingPlace(
                path.Modules.First(part => part.Module.Slug == moduleSlug).Module,
                path
            );
        }

        var module = content.Library.FindPublished(moduleSlug);
        return module is not null && await readable.IncludesAsync(module, cancellationToken)
            ? new ReadingPlace(module, null)
            : null;
    }

    /// <summary>
    /// Where Continue leads from a section: on to the next one of the same module, also when it was read before; from its end to
    /// what is still to do.
    /// </summary>
    public async Task<string> FindNextAddressAsync(
        ReadingPlace place,
        string sectionId,
        CancellationToken cancellationToken
    )
    {
        if (place.Path is { } before && signedIn.PersonId is { } personId)
        {
            var path =
                await paths.ReadAsync(personId, before.Assignment.Id, cancellationToken) ?? before;
            var after = path.StepAfter(place.Module.Slug, sectionId);
            return after is { Kind: PathStepKind.Read } && after.ModuleSlug == place.Module.Slug
                ? after.Address
                : (path.NextStep ?? path.Steps[^1]).Address;
        }

        var sections = place.Module.Sections;
        var position = place.Module.FindSection(sectionId)?.Position ?? -1;
        return sections.FirstOrDefault(next => next.Position > position) is { } following
            ? place.AddressOf(following)
            : $"/learning/{place.Module.Slug}";
    }
}

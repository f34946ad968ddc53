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

    /// <summary>Where a section of this module is read.</summary>
    public string AddressOf(Section section) =>
        $"/learning/{Module.Slug}/{section.Id}"
        + (Path is null ? "" : $"?assignment={Path.Assignment.Id}");

    /// <summary>Where one asks about a section.</summary>
    public string QuestionAddressFor(Section section) =>
        $"/questions/ask?module={Module.Slug}&section={section.Id}"
        + (Path is null ? "" : $"&assignment={Path.Assignment.Id}");

    /// <summary>Where Continue leads from a section.</summary>
    public string AddressAfter(string sectionId)
    {
        if (Path is not null)
        {
            var after = Path.StepAfter(Module.Slug, sectionId);
            // On to the next section of the same module, also when it was read before; from its end to what is still to do.
            return after is { Kind: PathStepKind.Read } && after.ModuleSlug == Module.Slug
                ? after.Address
                : (Path.NextStep ?? Path.Steps[^1]).Address;
        }

        var position = Module.FindSection(sectionId)?.Position ?? -1;
        return Module.Sections.FirstOrDefault(next => next.Position > position) is { } following
            ? AddressOf(following)
            : $"/learning/{Module.Slug}";
    }
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
}

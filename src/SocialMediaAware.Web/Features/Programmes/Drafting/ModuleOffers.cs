using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>A module that a programme can cover, or covers.</summary>
/// <param name="Slug">The module.</param>
/// <param name="Title">Its title; its slug where readers are served none.</param>
/// <param name="Module">The version that readers are served; null when there is none.</param>
/// <param name="IsForAgency">Whether it is for the agency's people.</param>
/// <param name="IsConfirmed">Whether the agency has confirmed it as its rule in force.</param>
/// <param name="Sources">The documents it is drawn from that were replaced, or whose text is not held.</param>
public sealed record ModuleOffer(
    string Slug,
    string Title,
    Module? Module,
    bool IsForAgency,
    bool IsConfirmed,
    IReadOnlyList<Source> Sources
)
{
    /// <summary>Whether a programme of the agency can cover it.</summary>
    public bool CanBeChosen => Module is not null && IsForAgency;

    /// <summary>About how many minutes it takes to read.</summary>
    public int MinutesToRead => (int)Math.Ceiling(ReadingMinutes);

    /// <summary>About how many minutes somebody new to it reads and practises.</summary>
    public double MinutesForNewcomers =>
        ReadingMinutes + (Module?.Quiz.Draw ?? 0) * AssignmentPath.MinutesPerSituation;

    private double ReadingMinutes => Module?.Sections.Sum(section => section.Minutes) ?? 0;
}

/// <summary>Reads the modules that a programme of an agency can cover.</summary>
public sealed class ModuleOffers(PortalDbContext database, ContentStore content)
{
    /// <summary>Those that are chosen, in their order, then the others by title.</summary>
    public async Task<IReadOnlyList<ModuleOffer>> ReadAsync(
        Agency agency,
        IReadOnlyList<string> chosen,
        CancellationToken cancellationToken
    )
    {
        var confirmed = (
            await database
                .RuleConfirmations.Where(one => one.AgencyId == agency.Id)
                .Select(one => new { one.ModuleSlug, one.Major })
                .ToListAsync(cancellationToken)
        )
            .Select(one => (one.ModuleSlug, one.Major))
            .ToHashSet();
        var library = content.Library;
        var others = library
            .PublishedModules()
            .Where(module =>
                module.Audience.IncludesAgency(agency.Slug) && !chosen.Contains(module.Slug)
            )
            .OrderBy(module => module.Title, NewZealandEnglish.Alphabet)
            .Select(module => module.Slug);
        return [.. chosen.Concat(others).Select(slug => OfferOf(library, slug, agency, confirmed))];
    }

    /// <summary>Those that are chosen, in their order.</summary>
    public async Task<IReadOnlyList<ModuleOffer>> ReadChosenAsync(
        ProgrammeDraft draft,
        CancellationToken cancellationToken
    )
    {
        var chosen = draft.Terms.ModuleSlugs;
        var all = await ReadAsync(draft.Agency, chosen, cancellationToken);
        return [.. all.Take(chosen.Count)];
    }

    private static ModuleOffer OfferOf(
        ContentLibrary library,
        string slug,
        Agency agency,
        HashSet<(string, int)> confirmed
    )
    {
        var module = library.FindPublished(slug);
        // What another agency reads, and what is only a draft, is told to nobody here, not even by its title.
        var isForAgency = module?.Audience.IncludesAgency(agency.Slug) is true;
        return new(
            slug,
            isForAgency ? module!.Title : slug,
            isForAgency ? module : null,
            isForAgency,
            module is not null && confirmed.Contains((slug, module.Version.Major)),
            [
                .. (isForAgency ? module!.SourceIds : [])
                    .Select(id => library.Sources.GetValueOrDefault(id))
                    .OfType<Source>()
                    .Where(source => source.Status is not SourceStatus.Current),
            ]
        );
    }
}

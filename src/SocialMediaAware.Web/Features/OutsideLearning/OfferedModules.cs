using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>A module in a major version, as a form offers it.</summary>
public sealed record OfferedModule(string Value, string Slug, int Major, string Title);

/// <summary>The modules that learning from elsewhere can stand for.</summary>
public static class OfferedModules
{
    /// <summary>Every major version that was published for an agency of these, the newest first.</summary>
    public static IReadOnlyList<OfferedModule> In(
        ContentLibrary library,
        IReadOnlyCollection<string> agencySlugs
    ) =>
        [
            .. library
                .PublishedVersions()
                .Where(module => agencySlugs.Any(module.Audience.IncludesAgency))
                .GroupBy(module => (module.Slug, module.Version.Major))
                .Select(group => new OfferedModule(
                    $"{group.Key.Slug}@{group.Key.Major}",
                    group.Key.Slug,
                    group.Key.Major,
                    group.Last().Title
                ))
                .OrderBy(module => module.Title, StringComparer.Ordinal)
                .ThenByDescending(module => module.Major),
        ];
}

/// <summary>What a form offers, and what is ticked in it.</summary>
public sealed record ModuleChoice(
    IReadOnlyList<OfferedModule> Offered,
    IReadOnlyList<string> Chosen
);

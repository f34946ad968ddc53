using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>Names one text of a scenario.</summary>
public readonly record struct ScenarioKey(string ModuleSlug, string ScenarioSlug, string HashHex);

/// <summary>One text of a scenario, as people met it.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="ServedSince">For a text that was replaced: when the portal first served it (UTC). Null for today's.</param>
public sealed record ScenarioVersion(Scenario Scenario, DateTimeOffset? ServedSince)
{
    /// <summary>Whether it is the text that is put today.</summary>
    public bool IsCurrent => ServedSince is null;

    /// <summary>Its key.</summary>
    public ScenarioKey Key => new(Scenario.ModuleSlug, Scenario.Slug, Scenario.HashHex);
}

/// <summary>Finds the texts that answers were given to: today's in the library, earlier ones among those that were kept.</summary>
public sealed class ScenarioVersions(PortalDbContext database, ContentStore content)
{
    /// <summary>Finds them.</summary>
    /// <returns>By key. A text that the portal neither holds nor kept is not among them.</returns>
    public async Task<IReadOnlyDictionary<ScenarioKey, ScenarioVersion>> ReadAsync(
        IReadOnlyCollection<ScenarioKey> keys,
        CancellationToken cancellationToken
    )
    {
        var found = content
            .Library.Modules.SelectMany(module => module.Scenarios)
            .Select(scenario => new ScenarioVersion(scenario, ServedSince: null))
            .ToDictionary(version => version.Key);
        var earlier = keys.Where(key => !found.ContainsKey(key)).ToHashSet();
        if (earlier.Count == 0)
        {
            return found;
        }

        string[] slugs = [.. earlier.Select(key => key.ScenarioSlug).Distinct()];
        var kept = await database
            .PublishedScenarioTexts.AsNoTracking()
            .Where(text => slugs.Contains(text.ScenarioSlug))
            .ToListAsync(cancellationToken);
        foreach (var text in kept)
        {
            var hash = Convert.ToHexStringLower(text.Hash);
            if (
                earlier.Contains(new(text.ModuleSlug, text.ScenarioSlug, hash))
                && PublishedScenario.Read(text.ModuleSlug, text.ScenarioSlug, text.Bytes)
                    is { } read
            )
            {
                var version = new ScenarioVersion(read, text.FirstServedAt);
                found.TryAdd(version.Key with { HashHex = hash }, version);
            }
        }

        return found;
    }
}

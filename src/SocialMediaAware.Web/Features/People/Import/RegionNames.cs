using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>The regions that have an anniversary day, however a file writes them: with macrons, hyphens and apostrophes or without.</summary>
public sealed class RegionNames
{
    private readonly Dictionary<string, string> byWords = new(StringComparer.Ordinal);

    // A file of everybody writes the same few names over and over.
    private readonly Dictionary<string, string?> found = new(StringComparer.Ordinal);

    /// <summary>Takes them from the holidays.</summary>
    public RegionNames(IEnumerable<Holiday> holidays)
    {
        foreach (var holiday in holidays.Where(holiday => !holiday.IsNational))
        {
            byWords.TryAdd(Plain(holiday.Region), holiday.Region);
        }
    }

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<string> All => [.. byWords.Values.Order(StringComparer.Ordinal)];

    /// <summary>The region that is meant; null when there is none.</summary>
    public string? Find(string name)
    {
        if (!found.TryGetValue(name, out var region))
        {
            found[name] = region = byWords.GetValueOrDefault(Plain(name));
        }

        return region;
    }

    // "Auckland" and "Auckland Province" are one.
    private static string Plain(string name)
    {
        var words = string.Concat(SearchWords.Of(name).Where(char.IsLetter));
        return words.EndsWith("province", StringComparison.Ordinal)
            ? words[..^"province".Length]
            : words;
    }
}

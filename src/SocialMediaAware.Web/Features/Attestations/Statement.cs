using System.Globalization;
using System.Text;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>The exact words that a person signs.</summary>
public static class Statement
{
    /// <summary>The programme's words with titles and versions in their place, then each module's own line, a line each.</summary>
    /// <param name="words">The programme's words for this kind of person.</param>
    /// <param name="modules">The modules with their own lines, in the order they are read.</param>
    public static string Compose(
        string words,
        IReadOnlyList<(SignedModule Module, string? OwnLine)> modules
    )
    {
        var named = modules.Select(entry =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Module.Title} {entry.Module.Major}.{entry.Module.Minor}"
            )
        );
        var lines = modules
            .Select(entry => entry.OwnLine?.Trim())
            .Where(line => !string.IsNullOrEmpty(line))
            .Prepend(
                words.Replace(
                    ProgrammeStatement.ModulesPlace,
                    Listed([.. named]),
                    StringComparison.Ordinal
                )
            );
        return string.Join('\n', lines);
    }

    /// <summary>
    /// Stands for what a page showed: SHA-256, in hexadecimal, over the words and the exact module versions. The form carries it, so
    /// that nobody signs what they did not see.
    /// </summary>
    public static string TokenOf(string statement, IEnumerable<SignedModule> modules)
    {
        var shown = new StringBuilder("what-was-shown/1\n");
        foreach (var module in modules)
        {
            shown.Append(
                CultureInfo.InvariantCulture,
                $"{module.Slug} {module.Major}.{module.Minor} {module.ContentHash}\n"
            );
        }

        return TreeHash
            .Sha256Of(Encoding.UTF8.GetBytes(shown.Append(statement).ToString()))
            .ToHex();
    }

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count <= 1
            ? string.Concat(names)
            : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}

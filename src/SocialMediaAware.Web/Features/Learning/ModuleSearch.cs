using System.Globalization;
using System.Text;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>A piece of a text, as a search shows it.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsFound">Whether they were looked for.</param>
public sealed record FoundText(string Text, bool IsFound);

/// <summary>A section that a search found.</summary>
/// <param name="Module">The module.</param>
/// <param name="Section">The section.</param>
/// <param name="Excerpt">The words round the first place that was found.</param>
public sealed record FoundSection(Module Module, Section Section, IReadOnlyList<FoundText> Excerpt);

/// <summary>
/// Looks for words in modules, with or without macrons, in capitals or not: "kainga" finds "Kāinga". Every word must stand somewhere in
/// the section, its heading or the module's title, at the beginning of a word.
/// </summary>
public static class ModuleSearch
{
    /// <summary>How many sections are shown at most.</summary>
    public const int MostSections = 50;

    /// <summary>Longest search.</summary>
    public const int QueryLength = 200;

    private const int ExcerptBefore = 70;
    private const int ExcerptAfter = 150;
    private const int TitleCounts = 4;
    private const int HeadingCounts = 3;
    private const char NoCharacter = '\uFFFE';

    /// <summary>Finds sections, the likeliest first.</summary>
    public static IReadOnlyList<FoundSection> Find(IReadOnlyList<Module> modules, string query)
    {
        var words = WordsOf(query);
        return words.Count == 0
            ? []
            :
            [
                .. modules
                    .SelectMany(module => module.Sections.Select(section => (module, section)))
                    .Select(place => (place, score: Score(place.module, place.section, words)))
                    .Where(found => found.score > 0)
                    .OrderByDescending(found => found.score)
                    .ThenBy(found => found.place.module.Title, StringComparer.Ordinal)
                    .ThenBy(found => found.place.section.Position)
                    .Take(MostSections)
                    .Select(found => new FoundSection(
                        found.place.module,
                        found.place.section,
                        Excerpt(TextOf(found.place.section), words)
                    )),
            ];
    }

    /// <summary>A text without macrons and capitals, with each letter in its place.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            folded.Append(
                letter == '’' ? '\''
                // What is not a character has no base letter.
                : char.IsAscii(letter) || char.IsSurrogate(letter) || letter == NoCharacter
                    ? char.ToLowerInvariant(letter)
                : char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0])
            );
        }

        return folded.ToString();
    }

    // Half a character, as a query cut short may end with, and what is no character at all are left out.
    private static List<string> WordsOf(string query) =>
        [
            .. Fold(
                    string.Concat(query.EnumerateRunes().Where(rune => rune.Value != NoCharacter))
                        .Normalize(NormalizationForm.FormC)
                )
                .Split([.. " \t\r\n\",.;:?!()[]/“”…"], StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.Ordinal),
        ];

    // A macron may stand in the file as a sign of its own.
    private static string TextOf(Section section) =>
        section.PlainText.Normalize(NormalizationForm.FormC);

    private static int Score(Module module, Section section, List<string> words)
    {
        var title = Fold(module.Title);
        var heading = Fold(section.Heading);
        var text = Fold(TextOf(section));
        var score = 0;
        foreach (var word in words)
        {
            var found =
                (IndexOf(heading, word, 0) >= 0 ? HeadingCounts : 0)
                + (IndexOf(title, word, 0) >= 0 ? TitleCounts : 0)
                + (IndexOf(text, word, 0) >= 0 ? 1 : 0);
            if (found == 0)
            {
                return 0;
            }

            score += found;
        }

        return score;
    }

    // At the beginning of a word: "use" is not looked for in "because".
    private static int IndexOf(string folded, string word, int from)
    {
        for (
            var at = folded.IndexOf(word, from, StringComparison.Ordinal);
            at >= 0;
            at = folded.IndexOf(word, at + 1, StringComparison.Ordinal)
        )
        {
            if (at == 0 || !char.IsLetterOrDigit(folded[at - 1]))
            {
                return at;
            }
        }

        return -1;
    }

    private static List<FoundText> Excerpt(string text, List<string> words)
    {
        var folded = Fold(text);
        var first = words
            .Select(word => IndexOf(folded, word, 0))
            .Where(at => at >= 0)
            .DefaultIfEmpty(0)
            .Min();
        var start = StartOfWord(text, Math.Max(0, first - ExcerptBefore));
        var end = EndOfWord(text, Math.Min(text.Length, first + ExcerptAfter));
        var parts = new List<FoundText>();
        if (start > 0)
        {
            parts.Add(new("… ", IsFound: false));
        }

        var at = start;
        while (at < end)
        {
            var next = words
                .Select(word => (place: IndexOf(folded, word, at), word.Length))
                .Where(hit => hit.place >= 0 && hit.place + hit.Length <= end)
                .OrderBy(hit => hit.place)
                .ThenByDescending(hit => hit.Length)
                .Select(hit => ((int place, int length)?)hit)
                .FirstOrDefault();
            parts.Add(new(text[at..(next?.place ?? end)], IsFound: false));
            if (next is not { } found)
            {
                break;
            }

            parts.Add(new(text.Substring(found.place, found.length), IsFound: true));
            at = found.place + found.length;
        }

        if (end < text.Length)
        {
            parts.Add(new(" …", IsFound: false));
        }

        return parts;
    }

    private static int StartOfWord(string text, int at)
    {
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}

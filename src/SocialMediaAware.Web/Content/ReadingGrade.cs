using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Content;

/// <summary>The Flesch-Kincaid grade of a text: about five less than the age that reads it easily.</summary>
internal static partial class ReadingGrade
{
    private const int FewestWords = 60;

    /// <summary>The grade, or null where the text is too short to tell.</summary>
    public static double? Of(string plainText, int fewestWords = FewestWords)
    {
        var sentences = 0;
        var words = 0;
        var syllables = 0;
        foreach (var sentence in EndOfSentence().Split(plainText))
        {
            var inSentence = 0;
            foreach (Match word in Word().Matches(sentence))
            {
                inSentence++;
                syllables += SyllablesIn(word.Value);
            }

            words += inSentence;
            sentences += inSentence > 0 ? 1 : 0;
        }

        return words == 0 || words < fewestWords
            ? null
            : Math.Round((0.39 * words / sentences) + (11.8 * syllables / words) - 15.59, 1);
    }

    // An estimate by groups of vowels. Abbreviations in capitals are spelt out: a syllable for each letter.
    private static int SyllablesIn(string word)
    {
        if (word.Length is > 1 and <= 4 && word.All(char.IsUpper))
        {
            return word.Length;
        }

        var plain = WithoutMarks(word);
        var groups = VowelGroup().Count(plain);
        if (SilentEnding().IsMatch(plain))
        {
            groups--;
        }

        return Math.Max(1, groups);
    }

    private static string WithoutMarks(string word) =>
        string.Concat(
            word.ToLowerInvariant()
                .Normalize(NormalizationForm.FormD)
                .Where(static letter =>
                    CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
                )
        );

    [GeneratedRegex(@"[.!?]+[""'”’)]*\s|\n", RegexOptions.NonBacktracking)]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’]*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+", RegexOptions.NonBacktracking)]
    private static partial Regex VowelGroup();

    // "like", "likes", "shared", but not "table", "posted" or "pages".
    [GeneratedRegex(
        "([^laeiouy]e|[aeiouy]le|[^cgszxhtd]es|[^td]ed)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SilentEnding();
}

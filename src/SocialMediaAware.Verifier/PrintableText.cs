using System.Globalization;

namespace SocialMediaAware.Verifier;

/// <summary>Text from a file that nobody has vouched for, made safe to print on a terminal.</summary>
internal static class PrintableText
{
    /// <summary>Puts a space for a newline, and U+FFFD for characters that steer a terminal or turn the direction of writing.</summary>
    public static string Of(string text) =>
        string.Concat(
            text.Replace('\n', ' ').Select(character => Steers(character) ? '\uFFFD' : character)
        );

    private static bool Steers(char character) =>
        char.GetUnicodeCategory(character)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}

using System.Globalization;
using System.Text;

namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>Compares a name typed under a statement with the person's. How a keyboard writes it makes no difference.</summary>
public static class TypedName
{
    private const string Apostrophes = "'`´ʻʼʽ‘’‛′＇";

    /// <summary>Whether they are the same but for case, macrons and other marks, spaces, apostrophes and hyphens.</summary>
    public static bool IsNameOf(string typed, string name) =>
        !string.IsNullOrWhiteSpace(typed)
        && string.Equals(Fold(typed), Fold(name), StringComparison.Ordinal);

    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var ignored =
                Rune.IsWhiteSpace(rune)
                || Apostrophes.Contains(rune.ToString(), StringComparison.Ordinal)
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.DashPunctuation
                        or UnicodeCategory.Format;
            if (!ignored)
            {
                folded.Append(Rune.ToUpperInvariant(rune));
            }
        }

        return folded.ToString();
    }
}

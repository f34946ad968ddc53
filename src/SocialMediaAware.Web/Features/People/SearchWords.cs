using System.Globalization;
using System.Text;

namespace SocialMediaAware.Web.Features.People;

/// <summary>Words as people search for them: small letters without macrons and accents, which every database compares alike.</summary>
public static class SearchWords
{
    /// <summary>The words in that form.</summary>
    public static string Of(string words)
    {
        var letters = words
            .Normalize(NormalizationForm.FormD)
            .Where(letter =>
                CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
            );
        return string.Concat(letters).ToLowerInvariant();
    }
}

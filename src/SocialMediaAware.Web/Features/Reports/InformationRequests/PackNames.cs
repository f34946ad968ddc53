using System.Globalization;
using System.Text;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Names of files, of what people call things: small letters without macrons, figures and hyphens.</summary>
public static class PackNames
{
    private const int Longest = 100;

    /// <summary>The name, such as <c>yearly-acknowledgment-2027</c>; <c>table</c> where nothing is left of it.</summary>
    public static string FileOf(string name)
    {
        var made = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                made.Append(letter);
            }
            else if (
                CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark
                && made.Length > 0
                && made[^1] != '-'
            )
            {
                made.Append('-');
            }
        }

        var whole = made.ToString().Trim('-');
        return whole.Length == 0 ? "table"
            : whole.Length > Longest ? whole[..Longest].TrimEnd('-')
            : whole;
    }

    /// <summary>Tables whose names are alike get a number: two files cannot have one name.</summary>
    public static IReadOnlyList<PackTable> Apart(IReadOnlyList<PackTable> tables)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. tables.Select(table => table with { Name = Free(table.Name, taken) })];
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        return free;
    }
}

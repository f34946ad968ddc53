using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialMediaAware.Web.Data;

/// <summary>Gives the names that are held already the words that they are found by.</summary>
public static class FirstSearchWords
{
    // As SearchWords.Of writes them. A database cannot take marks off letters in general; these are the ones that names here have.
    private static readonly (string Marked, string Plain)[] Letters =
    [
        ("āĀáÁàÀâÂäÄãÃåÅ", "a"),
        ("ēĒéÉèÈêÊëË", "e"),
        ("īĪíÍìÌîÎïÏ", "i"),
        ("ōŌóÓòÒôÔöÖõÕ", "o"),
        ("ūŪúÚùÙûÛüÜ", "u"),
        ("çÇčČ", "c"),
        ("ñÑ", "n"),
        ("šŠ", "s"),
        ("žŽ", "z"),
    ];

    /// <summary>Fills them in, once, in the migration that brings the column.</summary>
    public static void FillSearchWords(this MigrationBuilder migration)
    {
        var words = Letters
            .SelectMany(row => row.Marked.Select(letter => (letter, row.Plain)))
            .Aggregate(
                "name",
                (inner, pair) => $"replace({inner}, '{pair.letter}', '{pair.Plain}')"
            );
        migration.Sql($"UPDATE person_names SET found_by = lower({words});");
    }
}

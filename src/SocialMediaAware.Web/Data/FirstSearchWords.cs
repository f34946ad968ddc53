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
        migration.Sql("UPDATE person_names SET found_by = name;");
        // Row by row: SQLite does not take sixty functions one inside the other.
        foreach (var (marked, plain) in Letters)
        {
            var words = marked.Aggregate(
                "found_by",
                (inner, letter) => $"replace({inner}, '{letter}', '{plain}')"
            );
            migration.Sql($"UPDATE person_names SET found_by = {words};");
        }

        migration.Sql("UPDATE person_names SET found_by = lower(found_by);");
    }
}

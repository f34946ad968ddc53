using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SocialMediaAware.Web.Data;

/// <summary>Recognises the answer of a unique index: somebody else was first.</summary>
public static class UniqueViolation
{
    // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE: https://www.sqlite.org/rescode.html
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    /// <summary>Whether a save failed because a row with the same key is there already.</summary>
    public static bool IsUniqueViolation(this DbUpdateException error) =>
        error.InnerException is DbException inner && inner.IsUniqueViolation();

    /// <summary>Whether a statement failed because a row with the same key is there already.</summary>
    public static bool IsUniqueViolation(this DbException error) =>
        error switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode
                is SqlitePrimaryKey
                    or SqliteUnique,
            PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
            _ => false,
        };
}

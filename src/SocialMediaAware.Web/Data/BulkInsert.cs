using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SocialMediaAware.Web.Data;

/// <summary>
/// Adds very many rows of one table at once, with one prepared statement on SQLite and COPY on PostgreSQL. What it writes is what
/// the context would write; nothing is tracked, and nothing that hangs on saving happens. For facts about people, of which a file
/// brings hundreds of thousands.
/// </summary>
public static class BulkInsert
{
    /// <summary>Adds them. The caller has begun a transaction, so that all of them are kept or none.</summary>
    /// <param name="database">The context.</param>
    /// <param name="type">What they are.</param>
    /// <param name="rows">The entities.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task InsertAsync(
        this PortalDbContext database,
        Type type,
        IReadOnlyList<object> rows,
        CancellationToken cancellationToken
    )
    {
        if (rows.Count == 0)
        {
            return;
        }

        var entity = database.Model.FindEntityType(type)!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var columns = entity
            .GetProperties()
            .Select(property => new Column(property, property.GetColumnName(table)!))
            .ToArray();
        var transaction = database.Database.CurrentTransaction!.GetDbTransaction();
        if (transaction.Connection is NpgsqlConnection connection)
        {
            await CopyAsync(connection, table.Name, columns, rows, cancellationToken);
        }
        else
        {
            await InsertAsync(transaction, table.Name, columns, rows, cancellationToken);
        }
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection,
        string table,
        Column[] columns,
        IReadOnlyList<object> rows,
        CancellationToken cancellationToken
    )
    {
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY {table} ({Names(columns)}) FROM STDIN (FORMAT BINARY)",
            cancellationToken
        );
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var column in columns)
            {
                if (column.ValueIn(row) is { } value)
                {
                    await writer.WriteAsync(value, cancellationToken);
                }
                else
                {
                    await writer.WriteNullAsync(cancellationToken);
                }
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task InsertAsync(
        DbTransaction transaction,
        string table,
        Column[] columns,
        IReadOnlyList<object> rows,
        CancellationToken cancellationToken
    )
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"INSERT INTO {table} ({Names(columns)}) VALUES ({string.Join(", ", columns.Select(column => $"@{column.Name}"))})";
        var parameters = columns
            .Select(column =>
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@{column.Name}";
                command.Parameters.Add(parameter);
                return parameter;
            })
            .ToArray();
        foreach (var row in rows)
        {
            for (var at = 0; at < columns.Length; at++)
            {
                parameters[at].Value = columns[at].ValueIn(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    // A column may be called as a word of SQL is, such as "order".
    private static string Names(Column[] columns) =>
        string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    private sealed class Column(IProperty property, string name)
    {
        // Compiled, where reflection would cost as much as the database itself.
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Func<object?, object?>? convert = property
            .GetTypeMapping()
            .Converter?.ConvertToProvider;

        public string Name { get; } = name;

        public object? ValueIn(object row)
        {
            var value = getter.GetClrValue(row);
            return value is null || convert is null ? value : convert(value);
        }
    }
}

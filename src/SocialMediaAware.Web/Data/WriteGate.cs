using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SocialMediaAware.Web.Data;

/// <summary>
/// Lets one writer at a time through to SQLite, and runs the checkpoints itself between writers: SQLite before 3.51.3 can corrupt
/// a database whose write-ahead log is reset while another connection writes. On PostgreSQL it is not used.
/// </summary>
public sealed class WriteGate(string connectionString, ILogger<WriteGate> logger) : IDisposable
{
    /// <summary>After how many transactions the gate moves the log into the database file.</summary>
    private const int TransactionsBetweenCheckpoints = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim gate = new(1, 1);
    private int transactionsSinceCheckpoint;

    /// <summary>Waits for the gate.</summary>
    /// <exception cref="TimeoutException">Another writer kept it for a minute: one transaction waits inside another.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (!await gate.WaitAsync(Patience, cancellationToken).ConfigureAwait(false))
        {
            throw new TimeoutException(
                "Another write to the database has not finished for a minute."
            );
        }
    }

    /// <summary>Waits for the gate, for callers that cannot wait otherwise.</summary>
    public void Enter()
    {
        if (!gate.Wait(Patience))
        {
            throw new TimeoutException(
                "Another write to the database has not finished for a minute."
            );
        }
    }

    /// <summary>Leaves the gate, after a checkpoint when one is due.</summary>
    public void Leave()
    {
        try
        {
            if (++transactionsSinceCheckpoint >= TransactionsBetweenCheckpoints)
            {
                Checkpoint("PASSIVE");
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Moves the whole log into the database file, when the portal stops.</summary>
    public void Dispose()
    {
        Checkpoint("TRUNCATE");
        gate.Dispose();
    }

    private void Checkpoint(string mode)
    {
        transactionsSinceCheckpoint = 0;
        try
        {
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA wal_checkpoint({mode});";
            command.ExecuteNonQuery();
        }
        catch (SqliteException error)
        {
            // Nothing is lost: the log stays and the next checkpoint takes it.
            logger.LogWarning(
                error,
                "The write-ahead log could not be moved into the database file"
            );
        }
    }
}

/// <summary>Takes every transaction through the gate, and refuses a write outside of one.</summary>
internal sealed class WriteGateInterceptor(WriteGate gate) : DbTransactionInterceptor
{
    private int holds;

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default
    )
    {
        // A transaction that was given up on a kept connection leaves its hold to the next one of the same context.
        if (!IsInside)
        {
            await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
            holds = 1;
        }

        return result;
    }

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result
    )
    {
        if (!IsInside)
        {
            gate.Enter();
            holds = 1;
        }

        return result;
    }

    public override void TransactionCommitted(
        DbTransaction transaction,
        TransactionEndEventData eventData
    ) => Leave();

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => LeaveAsync();

    public override void TransactionRolledBack(
        DbTransaction transaction,
        TransactionEndEventData eventData
    ) => Leave();

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => LeaveAsync();

    public override void TransactionFailed(
        DbTransaction transaction,
        TransactionErrorEventData eventData
    ) => Leave();

    public override Task TransactionFailedAsync(
        DbTransaction transaction,
        TransactionErrorEventData eventData,
        CancellationToken cancellationToken = default
    ) => LeaveAsync();

    /// <summary>Whether this context's connection is inside the gate.</summary>
    internal bool IsInside => Volatile.Read(ref holds) == 1;

    private Task LeaveAsync()
    {
        Leave();
        return Task.CompletedTask;
    }

    // A failed commit is followed by a roll-back, and a context that is disposed in between says nothing: leave once only.
    internal void Leave()
    {
        if (Interlocked.Exchange(ref holds, 0) == 1)
        {
            gate.Leave();
        }
    }
}

/// <summary>Leaves the gate when a connection closes with its transaction unfinished, and sets each connection up.</summary>
internal sealed class SqliteConnectionInterceptor(WriteGateInterceptor transactions)
    : DbConnectionInterceptor
{
    // Automatic checkpoints are the gate's business; FULL keeps an acknowledged signature through a power cut.
    private const string Settings =
        "PRAGMA wal_autocheckpoint=0; PRAGMA synchronous=FULL; PRAGMA busy_timeout=60000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public override void ConnectionClosed(
        DbConnection connection,
        ConnectionEndEventData eventData
    ) => transactions.Leave();

    public override Task ConnectionClosedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData
    )
    {
        transactions.Leave();
        return Task.CompletedTask;
    }

    // A connection that was kept open is not closed before its context goes.
    public override void ConnectionDisposed(
        DbConnection connection,
        ConnectionEndEventData eventData
    ) => transactions.Leave();

    public override Task ConnectionDisposedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData
    )
    {
        transactions.Leave();
        return Task.CompletedTask;
    }
}

/// <summary>Refuses a write that did not come through the gate: it would have to be a command outside a transaction.</summary>
internal sealed class GateGuard(WriteGateInterceptor transactions) : DbCommandInterceptor
{
    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    )
    {
        Check(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Check(eventData);
        return ValueTask.FromResult(result);
    }

    private void Check(CommandEventData eventData)
    {
        if (eventData.CommandSource is not CommandSource.Migrations && !transactions.IsInside)
        {
            throw new InvalidOperationException(
                "A write to the database must stand in a transaction, so that it passes the write gate."
            );
        }
    }
}

using Microsoft.EntityFrameworkCore;

namespace SocialMediaAware.Web.Data;

/// <summary>What replicas do one after the other. The numbers are keys of PostgreSQL's advisory locks.</summary>
public enum Turn
{
    /// <summary>Writing to the outbox and changing its states.</summary>
    Outbox = 0x534D4101,

    /// <summary>Changing what is held on people: by hand, by a file, by a restructure.</summary>
    People = 0x534D4102,
}

/// <summary>Lets replicas take turns.</summary>
public static class Turns
{
    /// <summary>
    /// Waits until no other replica is in this, and keeps it until the transaction ends. On SQLite the write gate has seen to it
    /// already. It spares deadlocks and vain work; what must not happen twice is guarded by unique keys.
    /// </summary>
    public static async Task TakeTurnAsync(
        this PortalDbContext database,
        Turn turn,
        CancellationToken cancellationToken
    )
    {
        if (database.Database.IsNpgsql())
        {
            var key = (long)turn;
            await database.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock({key})",
                cancellationToken
            );
        }
    }
}

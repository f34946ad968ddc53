using Microsoft.EntityFrameworkCore;

namespace SocialMediaAware.Web.Data;

/// <summary>Spares a request that makes many small reads the opening of a connection for each.</summary>
public static class KeptConnection
{
    /// <summary>
    /// Keeps the context's connection to SQLite open until the context goes: setting one up costs more than reading a few rows. Each
    /// read still sees what was committed before it. For requests that only look; a write that fails keeps the gate until the end.
    /// On PostgreSQL nothing is kept: its connections are few, and soon ready.
    /// </summary>
    public static Task KeepConnectionAsync(
        this PortalDbContext database,
        CancellationToken cancellationToken
    ) =>
        database.Database.IsSqlite()
            ? database.Database.OpenConnectionAsync(cancellationToken)
            : Task.CompletedTask;
}

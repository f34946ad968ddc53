using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SocialMediaAware.Web.Data;

/// <summary>Lets <c>dotnet ef</c> make SQLite migrations without starting the portal.</summary>
public sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    /// <inheritdoc />
    public SqlitePortalDbContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqlitePortalDbContext>()
                .UseSqlite("Data Source=design.db")
                .Options,
            new AgencyScope()
        );
}

/// <summary>Lets <c>dotnet ef</c> make PostgreSQL migrations without a server.</summary>
public sealed class PostgresDesignTimeContext : IDesignTimeDbContextFactory<PostgresPortalDbContext>
{
    /// <inheritdoc />
    public PostgresPortalDbContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<PostgresPortalDbContext>().UseNpgsql("Host=design").Options,
            new AgencyScope()
        );
}

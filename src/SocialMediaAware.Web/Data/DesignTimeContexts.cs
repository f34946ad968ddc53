using Microsoft.AspNetCore.Identity;
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
                .UseIdentitySchema()
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
            new DbContextOptionsBuilder<PostgresPortalDbContext>()
                .UseNpgsql("Host=design")
                .UseIdentitySchema()
                .Options,
            new AgencyScope()
        );
}

internal static class DesignTimeIdentity
{
    // Identity reads its schema version from the application's services, which the design tools do not start.
    internal static DbContextOptionsBuilder<TContext> UseIdentitySchema<TContext>(
        this DbContextOptionsBuilder<TContext> options
    )
        where TContext : DbContext =>
        options.UseApplicationServiceProvider(
            new ServiceCollection()
                .Configure<IdentityOptions>(identity =>
                    identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3
                )
                .BuildServiceProvider()
        );
}

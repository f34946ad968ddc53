using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Data;

/// <summary>Where the portal keeps what it holds.</summary>
public sealed class DatabaseSettings
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Database";

    /// <summary><c>Sqlite</c>, the embedded default, or <c>PostgreSQL</c>.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>How to reach PostgreSQL. SQLite needs none: its file is <c>portal.db</c> in the data folder.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether PostgreSQL is asked for.</summary>
    public bool IsPostgres => Provider.Equals("PostgreSQL", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The services of the database.</summary>
public static class DataFeature
{
    /// <summary>Adds the context of the provider that the settings name.</summary>
    public static IServiceCollection AddPortalData(
        this IServiceCollection services,
        IConfiguration configuration,
        DataFolder dataFolder
    )
    {
        var settings =
            configuration.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>()
            ?? new DatabaseSettings();
        services.AddSingleton(dataFolder);
        services.AddSingleton(settings);
        services.AddDatabaseModel();
        services.AddScoped<DatabaseStart>();
        services
            .AddDataProtection()
            .SetApplicationName("SocialMediaAware")
            .PersistKeysToFileSystem(Directory.CreateDirectory(dataFolder.PathOf("session-keys")));
        return settings.IsPostgres
            ? services.AddPostgres(settings)
            : services.AddSqlite(dataFolder);
    }

    /// <summary>
    /// Adds a context that only reads, for commands beside a running portal. It has no write gate: a checkpoint from a second
    /// process could harm the file.
    /// </summary>
    /// <exception cref="PortalStartException">There is no database.</exception>
    public static IServiceCollection AddPortalDataForReading(
        this IServiceCollection services,
        IConfiguration configuration,
        DataFolder dataFolder
    )
    {
        var settings =
            configuration.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>()
            ?? new DatabaseSettings();
        services.AddSingleton(dataFolder);
        services.AddSingleton(settings);
        services.AddDatabaseModel();
        if (settings.IsPostgres)
        {
            return services.AddPostgres(settings);
        }

        var file = dataFolder.PathOf("portal.db");
        if (!File.Exists(file))
        {
            throw new PortalStartException(
                $"There is no database {file}. Set Portal:DataFolder to the portal's data folder."
            );
        }

        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = 60,
        }.ToString();
        services.AddDbContext<SqlitePortalDbContext>(options =>
        {
            options.UseSqlite(connectionString);
            UsePortalRules(options);
        });
        return services.AddScoped<PortalDbContext>(provider =>
            provider.GetRequiredService<SqlitePortalDbContext>()
        );
    }

    // Identity's schema is part of the model: whoever opens the database, a command too, needs the same.
    private static void AddDatabaseModel(this IServiceCollection services)
    {
        services.AddScoped<AgencyScope>();
        services.Configure<IdentityOptions>(identity =>
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3
        );
    }

    private static IServiceCollection AddPostgres(
        this IServiceCollection services,
        DatabaseSettings settings
    )
    {
        if (string.IsNullOrWhiteSpace(settings.ConnectionString))
        {
            throw new PortalStartException(
                "The setting Database:ConnectionString is missing. PostgreSQL needs it, for example Host=db;Database=portal;Username=portal."
            );
        }

        services.AddDbContext<PostgresPortalDbContext>(
            (provider, options) =>
            {
                options.UseNpgsql(settings.ConnectionString);
                options.AddInterceptors(HistoryOf(provider));
                UsePortalRules(options);
            }
        );
        return services.AddScoped<PortalDbContext>(provider =>
            provider.GetRequiredService<PostgresPortalDbContext>()
        );
    }

    private static IServiceCollection AddSqlite(
        this IServiceCollection services,
        DataFolder dataFolder
    )
    {
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = dataFolder.PathOf("portal.db"),
            ForeignKeys = true,
            DefaultTimeout = 60,
        }.ToString();
        services.AddSingleton(_ => DataFolderLock.Take(dataFolder));
        services.AddSingleton(provider => new WriteGate(
            connectionString,
            provider.GetRequiredService<ILogger<WriteGate>>()
        ));
        services.AddDbContext<SqlitePortalDbContext>(
            (provider, options) =>
            {
                var transactions = new WriteGateInterceptor(
                    provider.GetRequiredService<WriteGate>()
                );
                options.UseSqlite(connectionString);
                options.AddInterceptors(
                    transactions,
                    new SqliteConnectionInterceptor(transactions),
                    new GateGuard(transactions),
                    HistoryOf(provider)
                );
                UsePortalRules(options);
            }
        );
        return services.AddScoped<PortalDbContext>(provider =>
        {
            var database = provider.GetRequiredService<SqlitePortalDbContext>();
            // A single statement stands in a transaction too, so that it passes the gate.
            database.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
            return database;
        });
    }

    private static AssignmentHistory HistoryOf(IServiceProvider provider) =>
        new(provider.GetRequiredService<TimeProvider>());

    private static void UsePortalRules(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings =>
            warnings.Throw(
                Microsoft
                    .EntityFrameworkCore
                    .Diagnostics
                    .RelationalEventId
                    .MultipleCollectionIncludeWarning
            )
        );
}

namespace SocialMediaAware.Web.Features.Backups;

/// <summary>The services of backups.</summary>
public static class BackupsFeature
{
    /// <summary>Adds the nightly backup.</summary>
    public static IServiceCollection AddBackups(
        this IServiceCollection services,
        IConfiguration configuration
    ) =>
        services
            .AddSingleton(
                configuration.GetSection(BackupSettings.Section).Get<BackupSettings>()
                    ?? new BackupSettings()
            )
            .AddScoped<NightlyBackup>();
}

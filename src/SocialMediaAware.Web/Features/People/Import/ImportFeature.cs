using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>The services of the import of people.</summary>
public static class ImportFeature
{
    /// <summary>Adds the import.</summary>
    public static IServiceCollection AddPeopleImport(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.AddSingleton(
            configuration.GetSection(DropFolderSettings.Section).Get<DropFolderSettings>()
                ?? new DropFolderSettings()
        );
        services.AddImportForReading();
        services.AddScoped<TakingImport>().AddScoped<SavingImport>().AddScoped<ApplyingImport>();
        services.AddScoped<DecidingWho>().AddScoped<EraseImportFiles>();
        services.AddScoped<ImportPages>().AddSingleton<AfterImport>();
        return services.AddScoped<NightlyImports>();
    }

    /// <summary>Adds what compares a file and changes nothing, for commands beside a running portal.</summary>
    public static IServiceCollection AddImportForReading(this IServiceCollection services)
    {
        services.AddLocalization();
        return services
            .AddScoped<KnownPeopleReading>()
            .AddScoped<PreparingImport>()
            .AddSingleton<ImportWords>();
    }

    /// <summary>Adds what applies a file, for a command while no portal runs.</summary>
    public static IServiceCollection AddImportForWriting(this IServiceCollection services)
    {
        services.AddImportForReading();
        services.AddScoped<SignedIn>().AddScoped<AuditLog>();
        return services
            .AddScoped<TakingImport>()
            .AddScoped<SavingImport>()
            .AddScoped<ApplyingImport>();
    }
}

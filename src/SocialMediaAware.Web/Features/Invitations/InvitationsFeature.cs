namespace SocialMediaAware.Web.Features.Invitations;

/// <summary>The services of invitations.</summary>
public static class InvitationsFeature
{
    /// <summary>Adds invitations.</summary>
    public static IServiceCollection AddInvitations(this IServiceCollection services) =>
        services
            .AddScoped<Inviting>()
            .AddScoped<WayIn>()
            .AddScoped<InvitationList>()
            .AddScoped<InvitationSearches>();
}

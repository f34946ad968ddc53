using System.Threading.RateLimiting;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>
/// How often passwords may be tried from one address of the network. It is generous, because a whole office may share one address;
/// the lock of an account is what stops guessing. Addresses are kept in memory for a minute and written nowhere.
/// </summary>
public static class SignInRate
{
    /// <summary>The name of the policy.</summary>
    public const string Policy = "sign-in";

    /// <summary>The setting for how many tries a minute are let through.</summary>
    public const string Setting = "Accounts:SignInsPerMinute";

    private const int Default = 300;

    /// <summary>Adds the limit.</summary>
    public static IServiceCollection AddSignInRate(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        var limit = configuration.GetValue(Setting, Default);
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(
                Policy,
                context =>
                    HttpMethods.IsPost(context.Request.Method)
                        ? RateLimitPartition.GetFixedWindowLimiter(
                            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                            _ => new FixedWindowRateLimiterOptions
                            {
                                PermitLimit = limit,
                                Window = TimeSpan.FromMinutes(1),
                            }
                        )
                        : RateLimitPartition.GetNoLimiter("reading")
            );
        });
    }
}

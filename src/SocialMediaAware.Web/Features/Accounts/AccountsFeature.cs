using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>The services of accounts: Identity, the session cookie, who is signed in.</summary>
public static class AccountsFeature
{
    /// <summary>How long a session lasts without a request.</summary>
    private static TimeSpan SessionLength => TimeSpan.FromHours(8);

    /// <summary>Adds accounts.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<SignedIn>();
        services.AddScoped<SessionCheck>();
        // NZISM 2025: 16 characters or more without composition rules, locked after failures.
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Password.RequiredLength = 16;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 1;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = true;
                options.ClaimsIdentity.SecurityStampClaimType = PortalClaims.SecurityStamp;
            })
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddDefaultTokenProviders();
        // PBKDF2 with SHA-512: NZISM asks for 210,000 rounds or more.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie.Name = "sma-session";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.LoginPath = "/accounts/sign-in";
                options.AccessDeniedPath = "/errors/403";
                options.ReturnUrlParameter = "from";
                options.ExpireTimeSpan = SessionLength;
                options.SlidingExpiration = true;
                options.EventsType = typeof(SessionCheck);
            });
        return services;
    }
}

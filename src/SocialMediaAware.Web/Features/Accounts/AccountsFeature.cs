using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts.Links;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>The services of accounts: Identity, the session cookie, who is signed in.</summary>
public static class AccountsFeature
{
    /// <summary>The session cookie's name; over https it is preceded by <c>__Host-</c>.</summary>
    public const string CookieName = "sma-session";

    /// <summary>Adds accounts.</summary>
    public static IServiceCollection AddAccounts(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.AddHttpContextAccessor();
        services.AddScoped<SignedIn>().AddScoped<SessionCheck>().AddScoped<SessionCookie>();
        services.AddScoped<AccountStandings>().AddScoped<PasswordAttempts>();
        services.AddScoped<PasswordSignIn>().AddScoped<PasswordChange>();
        services.AddScoped<FirstAdministrator>().AddScoped<DemonstrationPeople>();
        services.AddScoped<LinkMaking>().AddScoped<PasswordLinks>();
        services.AddScoped<AskingForLink>().AddScoped<PasswordNews>();
        services.AddSingleton<UnknownAccounts>();
        services.AddSignInRate(configuration);
        services.AddIdentity();
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie.Name = CookieName;
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.Cookie.Path = "/";
                options.CookieManager = new SchemeCookies();
                options.LoginPath = "/accounts/sign-in";
                options.ReturnUrlParameter = "from";
                options.ExpireTimeSpan = Session.LengthWithoutRequest;
                options.SlidingExpiration = true;
                options.EventsType = typeof(SessionCheck);
            });
        return services;
    }

    private static void AddIdentity(this IServiceCollection services)
    {
        // Passwords and locks follow NewPassword and PasswordAttempts; what is set here keeps any other way through Identity as strict.
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = NewPassword.FewestCharacters;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 1;
                options.Lockout.MaxFailedAccessAttempts = PasswordAttempts.MostFailures;
                options.Lockout.DefaultLockoutTimeSpan = PasswordAttempts.LockLength;
                options.User.RequireUniqueEmail = true;
                // Mail addresses have more letters than Identity's list, an apostrophe for one.
                options.User.AllowedUserNameCharacters = "";
                options.ClaimsIdentity.SecurityStampClaimType = PortalClaims.SecurityStamp;
            })
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddDefaultTokenProviders();
        // PBKDF2 with SHA-512: NZISM asks for 210,000 rounds or more.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
    }
}

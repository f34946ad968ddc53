using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>A device's screen with its session.</summary>
public sealed record ScreenOfSession(SharedScreen Screen, AssistedSession Session);

/// <summary>
/// Makes a device the shared screen of a session, and tells by its cookie that it is one. The cookie holds an id that only the portal
/// can read, and nothing of anybody.
/// </summary>
public sealed class SharedScreens(
    PortalDbContext database,
    IDataProtectionProvider protection,
    SessionCookie signIn,
    SignedIn signedIn,
    AgencyScope scope,
    AuditLog audit,
    IHttpContextAccessor http,
    TimeProvider clock
)
{
    /// <summary>The cookie's name; over https it is preceded by <c>__Host-</c>.</summary>
    public const string CookieName = "sma-screen";

    private static readonly string[] Walls = [PortalDbContext.AgencyWall];

    private HttpContext Request => http.HttpContext!;

    private IDataProtector Protector => protection.CreateProtector("shared-screen");

    private string Name => Request.Request.IsHttps ? $"__Host-{CookieName}" : CookieName;

    /// <summary>
    /// Starts one on the device that asks. Whoever is signed in on it is signed out first, on the server too: nobody gets back to
    /// their pages from here.
    /// </summary>
    public async Task StartAsync(AssistedSession session, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var screen = SharedScreen.Start(session, signedIn.AccountId, now);
        database.Add(screen);
        audit.Add(
            AuditActions.SigningAssisted,
            session.AgencyId,
            $"/assisted/{session.Id}",
            "Shared screen started"
        );
        await database.SaveChangesAsync(cancellationToken);
        await signIn.EndAsync();
        Request.Response.Cookies.Append(
            Name,
            Protector.Protect(screen.Id.ToString()),
            new CookieOptions
            {
                HttpOnly = true,
                Secure = Request.Request.IsHttps,
                SameSite = SameSiteMode.Strict,
                Path = "/",
                MaxAge = TimeSpan.FromHours(16),
                IsEssential = true,
            }
        );
    }

    /// <summary>The screen that this device is, inside the walls of its agency; null when it is none, or when it is over.</summary>
    public async Task<ScreenOfSession?> FindAsync(CancellationToken cancellationToken)
    {
        if (ReadCookie() is not { } id)
        {
            return null;
        }

        var screen = await database
            .SharedScreens.IgnoreQueryFilters(Walls)
            .AsNoTracking()
            .SingleOrDefaultAsync(
                screen => screen.Id == id && screen.EndedAt == null,
                cancellationToken
            );
        var session = screen is null
            ? null
            : await database
                .AssistedSessions.IgnoreQueryFilters(Walls)
                .AsNoTracking()
                .Include(session => session.Programmes)
                .SingleOrDefaultAsync(session => session.Id == screen.SessionId, cancellationToken);
        if (screen is null || session?.IsUsableOn(clock.Today()) != true)
        {
            return null;
        }

        scope.EnterOnly([session.AgencyId]);
        return new ScreenOfSession(screen, session);
    }

    /// <summary>The device is no screen any more.</summary>
    public async Task EndAsync(ScreenOfSession screen, CancellationToken cancellationToken)
    {
        var there = await database.SharedScreens.SingleAsync(
            each => each.Id == screen.Screen.Id,
            cancellationToken
        );
        there.End(clock.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
        Request.Response.Cookies.Delete(Name);
    }

    private Guid? ReadCookie()
    {
        if (Request.Request.Cookies[Name] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            return Guid.TryParse(Protector.Unprotect(cookie), out var id) ? id : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Tests.Support;

/// <summary>Builders and questions about accounts.</summary>
public static class AccountsGiven
{
    /// <summary>A password that the rules accept.</summary>
    public const string GoodPassword = "teapot umbrella gravel 9";

    /// <summary>Gives an account a password.</summary>
    public static Task PasswordAsync(
        this TestPortal portal,
        CastMember member,
        string password = GoodPassword
    ) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var account = await database.Users.SingleAsync(account =>
                account.Id == member.AccountId
            );
            account.TakePassword(
                services
                    .GetRequiredService<IPasswordHasher<Account>>()
                    .HashPassword(account, password)
            );
            await database.SaveChangesAsync();
        });

    /// <summary>Sends the sign-in form as a browser would.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(
        this HttpClient visitor,
        string email,
        string password,
        string address = "/accounts/sign-in"
    ) =>
        await visitor.SubmitAsync(
            await visitor.PageAsync(address),
            address,
            "main form",
            ("Email", email),
            ("Password", password)
        );

    /// <summary>The audit log, oldest first.</summary>
    public static Task<List<AuditEntry>> AuditAsync(
        this TestPortal portal,
        string? action = null
    ) =>
        portal.WithDatabaseAsync(database =>
            database
                .AuditEntries.Of(action)
                .OrderBy(entry => entry.At)
                .ThenBy(entry => entry.Id)
                .ToListAsync()
        );
}

using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Accounts.Links;

/// <summary>
/// The command <c>accounts link EMAIL</c>: for whoever runs the server, a way back in for somebody whom no mail reaches, such as the
/// last administrator.
/// </summary>
public static class AccountCommands
{
    /// <summary>For how long the link works.</summary>
    public static TimeSpan LinkLength => TimeSpan.FromHours(24);

    /// <summary>Makes the command.</summary>
    /// <param name="buildHost">Builds the services.</param>
    public static Command Create(Func<WebApplication> buildHost)
    {
        var email = new Argument<string>("EMAIL")
        {
            Description = "What the account signs in with.",
        };
        var link = new Command(
            "link",
            "Prints a link that works once, for 24 hours, to choose a password."
        )
        {
            email,
        };
        link.SetAction(
            (parsed, cancellationToken) =>
                CommandWork.RunAsync(
                    buildHost,
                    parsed.InvocationConfiguration,
                    services =>
                        PrintAsync(
                            services,
                            parsed.GetValue(email)!,
                            parsed.InvocationConfiguration,
                            cancellationToken
                        )
                )
        );
        return new Command("accounts", "What people sign in with.") { link };
    }

    private static async Task<int> PrintAsync(
        IServiceProvider services,
        string email,
        InvocationConfiguration console,
        CancellationToken cancellationToken
    )
    {
        if (services.GetService<WriteGate>() is not null)
        {
            // Kept until the services go: a portal that runs on the same data, or starts meanwhile, is told.
            services.GetRequiredService<DataFolderLock>();
        }

        var database = services.GetRequiredService<PortalDbContext>();
        var lookUpForm = Account.LookUpForm(email);
        var account = await database.Users.SingleOrDefaultAsync(
            account => account.NormalizedEmail == lookUpForm && account.DisabledAt == null,
            cancellationToken
        );
        if (account is null)
        {
            await console.Error.WriteLineAsync(
                $"No account that is in use signs in with \"{email}\". Check the address; HR or an administrator can see who has one."
            );
            return CommandWork.NotPossible;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var made = await services
            .GetRequiredService<LinkMaking>()
            .MakeAsync([account.Id], OneTimeLink.PasswordReset, LinkLength, cancellationToken);
        services
            .GetRequiredService<AuditLog>()
            .AddAbout(
                account.Id,
                AuditActions.PasswordLinkMade,
                agencyId: null,
                account.Email ?? "",
                "on the command line"
            );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var root = PortalAddress.From(services.GetRequiredService<IConfiguration>()).Root;
        await console.Error.WriteLineAsync(
            $"This link works once, until {made[0].Link.ExpiresAt.WithTimeInWords()}. Give it to nobody else."
        );
        await console.Output.WriteLineAsync(root + PasswordLinks.AddressOf(made[0].Secret));
        return 0;
    }
}

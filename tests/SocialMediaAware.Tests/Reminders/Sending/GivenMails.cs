using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders.Sending;

/// <summary>Builders of mails that wait.</summary>
internal static class GivenMails
{
    public const string Secret = "the-secret-of-the-link";

    /// <summary>Somebody who owes something, with the reminder of it not written yet.</summary>
    public static async Task<(CastMember Person, Assignment Assignment)> OwingAsync(
        this TestPortal portal,
        string name = "Hēmi Tūwhare",
        string slug = "kainga-ora"
    )
    {
        var agency = await portal.AgencyAsync(slug);
        var person = await portal.PersonAsync(agency, name);
        return (person, await portal.AssignmentAsync(person, await portal.OnboardingAsync(agency)));
    }

    /// <summary>News for somebody: their question about their data was answered.</summary>
    public static Task NoticeAsync(
        this TestPortal portal,
        CastMember member,
        TimeSpan? worth = null
    ) =>
        portal.AddAsync(
            new Notice(
                MailTemplateKind.CorrectionAnswered,
                Guid.Empty,
                member.PersonId,
                $"correction/{Guid.NewGuid()}",
                "/my-data"
            )
            {
                Worth = worth ?? TimeSpan.FromDays(7),
            }
        );

    /// <summary>A link to set another password, which works for a day.</summary>
    public static async Task<Guid> LinkAsync(this TestPortal portal, CastMember member)
    {
        var link = await portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var link = OneTimeLink.Make(
                "password-reset",
                SHA256.HashData(RandomNumberGenerator.GetBytes(8)),
                member.AccountId,
                now.AddDays(1),
                now
            );
            database.Add(link);
            await database.SaveChangesAsync();
            return link;
        });
        await portal.AddAsync(
            new Notice(
                MailTemplateKind.PasswordReset,
                Guid.Empty,
                member.PersonId,
                $"password-reset/{link.Id}",
                $"/accounts/password/{OutboxMessage.SecretPlace}"
            )
            {
                Kind = MailKind.Security,
                Secret = Secret,
                InHours = false,
                Words = new Dictionary<string, string> { ["until"] = "tomorrow" },
                Worth = TimeSpan.FromDays(1),
            }
        );
        return link.Id;
    }

    public static async Task<OutboxMessage> MailToAsync(
        this TestPortal portal,
        CastMember member
    ) => (await portal.MailsAsync()).Single(mail => mail.PersonId == member.PersonId);

    /// <summary>Says that an address was refused before.</summary>
    public static Task RefusedAsync(this TestPortal portal, CastMember member) =>
        portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                RefusedAddress.Mark(
                    member.PersonId,
                    member.Email,
                    Guid.NewGuid(),
                    "550 5.1.1 No such mailbox",
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });

    public static Task LeftAsync(this TestPortal portal, CastMember member) =>
        portal.WithDatabaseAsync(async database =>
        {
            (await database.Placements.SingleAsync(one => one.PersonId == member.PersonId)).Unlearn(
                portal.Clock.GetUtcNow()
            );
            await database.SaveChangesAsync();
        });

    private static Task AddAsync(this TestPortal portal, Notice notice) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<SocialMediaAware.Web.Data.PortalDbContext>();
            var agencyId = await database
                .Placements.Where(placement => placement.PersonId == notice.PersonId)
                .Select(placement => placement.AgencyId)
                .FirstAsync();
            Assert.NotNull(
                await services
                    .GetRequiredService<Notices>()
                    .AddAsync(notice with { AgencyId = agencyId }, CancellationToken.None)
            );
            await database.SaveChangesAsync();
        });
}

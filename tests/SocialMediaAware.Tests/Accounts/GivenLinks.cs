using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Accounts.Links;
using SocialMediaAware.Web.Features.Invitations;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Accounts;

/// <summary>Links to choose a password, as tests need them.</summary>
internal static class GivenLinks
{
    /// <summary>Invites people, as HR does.</summary>
    public static Task<InvitedCounts> InviteAsync(
        this TestPortal portal,
        Agency agency,
        params CastMember[] people
    ) =>
        portal.WithAsync(services =>
            services
                .GetRequiredService<Inviting>()
                .InviteAsync(
                    agency.Id,
                    [.. people.Select(person => person.PersonId)],
                    CancellationToken.None
                )
        );

    /// <summary>The mails of a kind to somebody, the oldest first.</summary>
    public static Task<List<OutboxMessage>> LettersAsync(
        this TestPortal portal,
        CastMember member,
        string template
    ) =>
        portal.WithDatabaseAsync(database =>
            database
                .OutboxMessages.AsNoTracking()
                .Where(message =>
                    message.PersonId == member.PersonId && message.Template == template
                )
                .OrderBy(message => message.CreatedAt)
                .ThenBy(message => message.Id)
                .ToListAsync()
        );

    /// <summary>The address that the link of a mail leads to, as its reader sees it.</summary>
    public static Task<string> LinkOfAsync(this TestPortal portal, OutboxMessage message) =>
        portal.WithAsync(services =>
            Task.FromResult(
                PasswordLinks.AddressOf(
                    services.GetRequiredService<MailSeal>().Open(message.SealedSecret!)!
                )
            )
        );

    /// <summary>The address of the newest link that somebody was sent.</summary>
    public static async Task<string> NewestLinkAsync(
        this TestPortal portal,
        CastMember member,
        string purpose = OneTimeLink.Invitation
    ) => await portal.LinkOfAsync((await portal.LettersAsync(member, purpose))[^1]);

    /// <summary>Opens a link and chooses a password.</summary>
    public static async Task<HttpResponseMessage> ChooseAsync(
        this HttpClient visitor,
        string link,
        string password,
        string? again = null
    ) =>
        await visitor.SubmitAsync(
            await visitor.PageAsync(link),
            link,
            "main form",
            ("Password", password),
            ("Again", again ?? password)
        );

    /// <summary>Asks for a link for another password.</summary>
    public static async Task<HttpResponseMessage> ForgetAsync(
        this HttpClient visitor,
        string email
    ) =>
        await visitor.SubmitAsync(
            await visitor.PageAsync("/accounts/forgotten"),
            "/accounts/forgotten",
            "main form",
            ("Email", email)
        );
}

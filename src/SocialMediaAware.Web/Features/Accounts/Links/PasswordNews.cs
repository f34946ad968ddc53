using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.Accounts.Links;

/// <summary>
/// Tells somebody by mail that their password was changed, so that they notice when it was not them. It stands in the name of the
/// first agency where they work; an account that is nobody's on a list is told nothing.
/// </summary>
public sealed class PasswordNews(
    PortalDbContext database,
    AgencyScope scope,
    AccountStandings standings,
    Notices notices
)
{
    /// <summary>Adds the mail to the context, to be saved with the password.</summary>
    /// <param name="account">The account.</param>
    /// <param name="change">What makes this change another than the last: an id.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task AddAsync(Account account, Guid change, CancellationToken cancellationToken)
    {
        if (
            account.PersonId is { } personId
            && await EnterAgencyAsync(account.Id, cancellationToken) is { } agencyId
        )
        {
            await notices.AddAsync(
                new Notice(
                    MailTemplateKind.PasswordChanged,
                    agencyId,
                    personId,
                    $"password-changed/{change}",
                    "/accounts/forgotten"
                )
                {
                    InHours = false,
                },
                cancellationToken
            );
        }
    }

    /// <summary>
    /// The first agency where the account's person works; null for none. Whoever is not signed in stands inside no walls: those
    /// of this agency are entered, for what is written to this person.
    /// </summary>
    internal async Task<Guid?> EnterAgencyAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var standing = await standings.ReadAsync(accountId, cancellationToken);
        var agencyIds = standing
            ?.Roles.Where(role => role.Role is PortalRole.Staff)
            .Select(role => role.AgencyId)
            .Order()
            .ToList();
        if (agencyIds is not [var first, ..])
        {
            return null;
        }

        if (!scope.SeesEveryAgency && !database.Scope.AgencyIds.Contains(first))
        {
            scope.EnterOnly([.. scope.AgencyIds, first]);
        }

        return first;
    }
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Settings;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>Somebody of HR who can be told when a person does not agree.</summary>
public sealed record ContactChoice(Guid AccountId, string Name);

/// <summary>Finds who of an agency's HR can be told when a person does not agree.</summary>
public sealed class ContactChoices(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Everybody who is HR of the agency, by name.</summary>
    public async Task<IReadOnlyList<ContactChoice>> ReadAsync(
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var rows = await database
            .RoleGrants.HeldIn([agencyId])
            .Where(grant => grant.Role == PortalRole.HumanResources)
            .Join(
                database.Users.Where(account => account.DisabledAt == null),
                grant => grant.AccountId,
                account => account.Id,
                (_, account) =>
                    new
                    {
                        account.Id,
                        account.Email,
                        Name = database
                            .PersonNames.HoldingOn(today)
                            .Where(name => name.PersonId == account.PersonId)
                            .Select(name => name.Name)
                            .FirstOrDefault(),
                    }
            )
            .Distinct()
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new ContactChoice(row.Id, row.Name ?? row.Email ?? ""))
                .OrderBy(choice => choice.Name, NewZealandEnglish.Alphabet)
                .ThenBy(choice => choice.AccountId),
        ];
    }
}

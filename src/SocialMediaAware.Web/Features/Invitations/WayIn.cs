using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.Invitations;

/// <summary>Says whether a person can be sent a link, and for what.</summary>
public sealed class WayIn(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Looks at their address, their place and their account.</summary>
    /// <returns>Whether they have a password already; and why no link can be sent, as a word of the texts.</returns>
    public async Task<(bool HasPassword, string? WhyNot)> LookAsync(
        Guid personId,
        Guid agencyId,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var account = await database
            .Users.Where(account => account.PersonId == personId)
            .Select(account => new
            {
                HasPassword = account.PasswordHash != null,
                IsShut = account.DisabledAt != null,
            })
            .SingleOrDefaultAsync(cancellationToken);
        var hasPassword = account is { HasPassword: true };
        if (account is { IsShut: true })
        {
            return (hasPassword, "Shut");
        }

        var isPlaced = await database
            .Placements.HoldingOn(today)
            .AnyAsync(
                placement => placement.PersonId == personId && placement.AgencyId == agencyId,
                cancellationToken
            );
        var isReachable = await database
            .People.Reachable(database)
            .AnyAsync(person => person.Id == personId, cancellationToken);
        return (
            hasPassword,
            !isPlaced ? "NotHere"
            : !isReachable ? "NoAddress"
            : null
        );
    }
}

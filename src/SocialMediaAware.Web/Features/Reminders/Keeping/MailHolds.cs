using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reminders.Keeping;

/// <summary>That an agency's mail is kept back, as pages say it.</summary>
/// <param name="AgencyId">Whose mail.</param>
/// <param name="Agency">Its short name.</param>
/// <param name="Reason">Why.</param>
/// <param name="HeldAt">Since when (UTC).</param>
/// <param name="HeldBy">Who keeps it back, by name; their address where they have no name.</param>
public sealed record MailHoldLine(
    Guid AgencyId,
    string Agency,
    string Reason,
    DateTimeOffset HeldAt,
    string HeldBy
);

/// <summary>Reads which agencies' mail is kept back.</summary>
public sealed class MailHoldsReading(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Those of these agencies, the longest first.</summary>
    public async Task<IReadOnlyList<MailHoldLine>> ReadAsync(
        Guid[] agencyIds,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        return await database
            .MailHolds.Where(hold => hold.ReleasedAt == null && agencyIds.Contains(hold.AgencyId))
            .OrderBy(hold => hold.HeldAt)
            .ThenBy(hold => hold.Id)
            .Select(hold => new MailHoldLine(
                hold.AgencyId,
                database
                    .Agencies.Where(agency => agency.Id == hold.AgencyId)
                    .Select(agency => agency.ShortName)
                    .Single(),
                hold.Reason,
                hold.HeldAt,
                database
                    .Users.Where(account => account.Id == hold.HeldByAccountId)
                    .Select(account =>
                        database
                            .PersonNames.HoldingOn(today)
                            .Where(name => name.PersonId == account.PersonId)
                            .Select(name => name.Name)
                            .FirstOrDefault()
                        ?? account.Email
                    )
                    .FirstOrDefault()
                    ?? ""
            ))
            .ToListAsync(cancellationToken);
    }
}

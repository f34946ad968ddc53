using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Leaders;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Reads who is told about others: leaders, those who act or see to it for them, and HR.</summary>
public sealed class ReminderTeams(PortalDbContext database, LeaderChains leaderChains)
{
    /// <summary>Who counts as a leader of whom, and in which agency.</summary>
    /// <param name="leaderships">Those that hold on the day.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<(Guid LeaderId, Guid PersonId, Guid AgencyId)>> LeadersAsync(
        IQueryable<Leadership> leaderships,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var rows = await leaderships
            .Select(leadership => new
            {
                leadership.LeaderId,
                leadership.PersonId,
                leadership.AgencyId,
            })
            .ToListAsync(cancellationToken);
        var chains = await leaderChains.ReadAsync(day, cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.AgencyId, row.PersonId))
                .SelectMany(person =>
                    chains
                        .In(person.Key.AgencyId)
                        .LeadersOf(person.Key.PersonId, person.Select(row => row.LeaderId))
                        .Select(leader => leader.PersonId)
                        .Distinct()
                        .Select(leaderId => (leaderId, person.Key.PersonId, person.Key.AgencyId))
                ),
        ];
    }

    /// <summary>Who is HR, and in which agency.</summary>
    public async Task<IReadOnlyList<(Guid PersonId, Guid AgencyId)>> HumanResourcesAsync(
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .RoleGrants.Where(grant =>
                grant.RevokedAt == null && grant.Role == PortalRole.HumanResources
            )
            .Join(
                database.Users.Where(account =>
                    account.PersonId != null && account.DisabledAt == null
                ),
                grant => grant.AccountId,
                account => account.Id,
                (grant, account) => new { PersonId = account.PersonId!.Value, grant.AgencyId }
            )
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.PersonId, row.AgencyId))];
    }
}

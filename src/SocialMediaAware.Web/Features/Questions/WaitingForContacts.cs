using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Reminders.Telling;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>
/// People who do not agree and with whom nobody has talked. The one of HR whom the page names to them is told, and nobody else:
/// <see cref="HumanResourcesContacts" /> finds the same one.
/// </summary>
public sealed class WaitingForContacts(PortalDbContext database) : IWaitingThings
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<WaitingThing>> FindAsync(CancellationToken cancellationToken)
    {
        var said = await database
            .Disagreements.Where(one =>
                one.TakenBackAt == null
                && one.TalkedOn == null
                && database.People.Any(person =>
                    person.Id == one.PersonId
                    && person.DiedOn == null
                    && person.MergedIntoId == null
                )
            )
            .Join(
                database.Assignments,
                one => one.AssignmentId,
                assignment => assignment.Id,
                (one, assignment) =>
                    new
                    {
                        one.AgencyId,
                        one.SaidAt,
                        assignment.ProgrammeId,
                    }
            )
            .Join(
                database.Programmes,
                one => one.ProgrammeId,
                programme => programme.Id,
                (one, programme) =>
                    new
                    {
                        one.AgencyId,
                        one.SaidAt,
                        programme.ContactAccountId,
                    }
            )
            .ToListAsync(cancellationToken);
        if (said.Count == 0)
        {
            return [];
        }

        var humanResources = await HumanResourcesAsync(cancellationToken);
        return
        [
            .. said.Select(one =>
                    (
                        one.AgencyId,
                        one.SaidAt,
                        Contact: humanResources[one.AgencyId]
                            .OrderByDescending(member => member.AccountId == one.ContactAccountId)
                            .FirstOrDefault()
                    )
                )
                .Where(one => one.Contact?.PersonId is not null)
                .Select(one => new WaitingThing(
                    WaitingKind.Disagreement,
                    one.AgencyId,
                    one.Contact!.PersonId!.Value,
                    one.SaidAt
                )),
        ];
    }

    // By agency, who has had the role the longest first.
    private async Task<ILookup<Guid, Member>> HumanResourcesAsync(
        CancellationToken cancellationToken
    )
    {
        var grants = await database
            .RoleGrants.Where(grant =>
                grant.RevokedAt == null && grant.Role == PortalRole.HumanResources
            )
            .Join(
                database.Users.Where(account => account.DisabledAt == null),
                grant => grant.AccountId,
                account => account.Id,
                (grant, account) =>
                    new
                    {
                        grant.AgencyId,
                        grant.GrantedAt,
                        account.Id,
                        account.PersonId,
                    }
            )
            .OrderBy(grant => grant.GrantedAt)
            .ThenBy(grant => grant.Id)
            .ToListAsync(cancellationToken);
        return grants.ToLookup(
            grant => grant.AgencyId,
            grant => new Member(grant.Id, grant.PersonId)
        );
    }

    private sealed record Member(Guid AccountId, Guid? PersonId);
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>One of two that may be one person, side by side with the other.</summary>
/// <param name="Record">Who.</param>
/// <param name="Positions">Their positions, with the days.</param>
/// <param name="OpenDuties">How many duties are open.</param>
/// <param name="Signatures">How many signatures there are.</param>
/// <param name="Account">What they sign in with; null for nothing.</param>
/// <param name="Roles">How many roles the account was given.</param>
public sealed record MergeSide(
    OpenedRecord Record,
    IReadOnlyList<Placement> Positions,
    int OpenDuties,
    int Signatures,
    AccountLine? Account,
    int Roles
);

/// <summary>Reads what becomes of two that are merged, before anything is done.</summary>
public sealed class MergePreview(PortalDbContext database, PersonDuties duties)
{
    /// <summary>Reads one of them.</summary>
    public async Task<MergeSide> ReadAsync(OpenedRecord record, CancellationToken cancellationToken)
    {
        var (personId, agencyIds) = (record.Person.Id, record.AgencyIds.ToArray());
        return new MergeSide(
            record,
            await database
                .Placements.Believed()
                .AsNoTracking()
                .Where(one => one.PersonId == personId && agencyIds.Contains(one.AgencyId))
                .OrderBy(one => one.HoldsFrom)
                .ToListAsync(cancellationToken),
            await database
                .Assignments.Where(one => agencyIds.Contains(one.AgencyId))
                .CountAsync(
                    one =>
                        one.PersonId == personId
                        && one.SignedAt == null
                        && one.DeclinedAt == null
                        && one.SupersededAt == null
                        && one.LeftAt == null,
                    cancellationToken
                ),
            await database
                .Attestations.OwnedBy(personId, database.People)
                .CountAsync(one => agencyIds.Contains(one.AgencyId), cancellationToken),
            await duties.ReadAccountAsync(personId, cancellationToken),
            await database
                .RoleGrants.Where(grant =>
                    grant.RevokedAt == null && agencyIds.Contains(grant.AgencyId)
                )
                .CountAsync(
                    grant =>
                        database.Users.Any(account =>
                            account.Id == grant.AccountId && account.PersonId == personId
                        ),
                    cancellationToken
                )
        );
    }
}

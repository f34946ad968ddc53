using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>A person whose record somebody may open.</summary>
/// <param name="Person">The person.</param>
/// <param name="Name">What they are called now.</param>
/// <param name="AgencyId">The agency in which they are placed, among those of whoever asks.</param>
/// <param name="AgencyIds">The agencies of whoever asks in which they are, or were.</param>
public sealed record OpenedRecord(
    Person Person,
    string Name,
    Guid AgencyId,
    IReadOnlyList<Guid> AgencyIds
);

/// <summary>
/// Says whose record somebody may open: of people who are or were placed in an agency where they work for HR, or which they audit.
/// Everybody else is as unknown as a mistyped id.
/// </summary>
public sealed class RecordAccess(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>The agencies whose people are shown.</summary>
    public Guid[] SeenAgencies => [.. KeptAgencies.Union(signedIn.AgenciesAs(PortalRole.Auditor))];

    /// <summary>The agencies whose people are changed.</summary>
    public Guid[] KeptAgencies => [.. signedIn.AgenciesAs(PortalRole.HumanResources)];

    /// <summary>A record to look at; null when there is none for this reader, or the person has died.</summary>
    public Task<OpenedRecord?> FindSeenAsync(Guid personId, CancellationToken cancellationToken) =>
        FindAsync(personId, SeenAgencies, cancellationToken);

    /// <summary>A record to change; null when there is none for this account, or the person has died.</summary>
    public Task<OpenedRecord?> FindKeptAsync(Guid personId, CancellationToken cancellationToken) =>
        FindAsync(personId, KeptAgencies, cancellationToken);

    /// <summary>A position to change, with whose it is; null when there is none for this account, or it is not believed any more.</summary>
    public async Task<(OpenedRecord Record, Placement Placement)?> FindPlacementAsync(
        Guid personId,
        Guid placementId,
        CancellationToken cancellationToken
    ) =>
        await FindKeptAsync(personId, cancellationToken) is { } record
        && await database.Placements.FindOneAsync(record, placementId, cancellationToken)
            is { } placement
            ? (record, placement)
            : null;

    /// <summary>The person whom somebody turned out to be; null where they are held apart, or are unknown to this reader.</summary>
    public Task<Guid?> FindMergedIntoAsync(Guid personId, CancellationToken cancellationToken)
    {
        var agencyIds = SeenAgencies;
        return database
            .People.Where(person =>
                person.Id == personId
                && database.Placements.Any(placement =>
                    placement.PersonId == personId && agencyIds.Contains(placement.AgencyId)
                )
            )
            .Select(person => person.MergedIntoId)
            .SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<OpenedRecord?> FindAsync(
        Guid personId,
        Guid[] agencyIds,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var person = await database.People.SingleOrDefaultAsync(
            person => person.Id == personId && person.DiedOn == null && person.MergedIntoId == null,
            cancellationToken
        );
        var placedIn = await database
            .Placements.Where(placement =>
                placement.PersonId == personId && agencyIds.Contains(placement.AgencyId)
            )
            .OrderBy(placement => placement.UnlearntAt != null)
            .ThenBy(placement => placement.HoldsUntil != null && placement.HoldsUntil <= today)
            .ThenBy(placement => placement.HoldsFrom)
            .Select(placement => placement.AgencyId)
            .ToListAsync(cancellationToken);
        if (person is null || placedIn.Count == 0)
        {
            return null;
        }

        var name = await database
            .PersonNames.ShownOn(today, database.PersonNames)
            .Where(name => name.PersonId == personId)
            .Select(name => name.Name)
            .FirstOrDefaultAsync(cancellationToken);
        return new OpenedRecord(person, name ?? "", placedIn[0], [.. placedIn.Distinct()]);
    }
}

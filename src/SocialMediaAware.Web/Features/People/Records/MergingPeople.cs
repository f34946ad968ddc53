using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>
/// Two turn out to be one person. What is held on the one that goes is unlearnt and learnt for the one that is kept; what was signed
/// stays as it was signed, and counts for the one that is kept. The other account is shut, or handed over where the kept one has none.
/// </summary>
public sealed class MergingPeople(
    PortalDbContext database,
    RecordWriter writer,
    AfterPersonChange after,
    TimeProvider clock
)
{
    /// <summary>Merges them.</summary>
    /// <param name="kept">The person that stays.</param>
    /// <param name="goes">The same person, held a second time.</param>
    /// <param name="reason">How it is known.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether it was done; false when one of them was merged meanwhile.</returns>
    public async Task<bool> MergeAsync(
        OpenedRecord kept,
        OpenedRecord goes,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var isDone = await writer.InTurnAsync(
            () => MergeInTurnAsync(kept, goes, reason, cancellationToken),
            cancellationToken
        );
        if (isDone)
        {
            await after.WithdrawAsync(goes.Person.Id, cancellationToken);
            await after.PlanAsync(kept.Person.Id, cancellationToken);
        }

        return isDone;
    }

    /// <summary>
    /// Whether the one that goes is, or was, placed in an agency of others: then nobody here can say what becomes of it.
    /// </summary>
    public Task<bool> ReachesBeyondAsync(OpenedRecord goes, CancellationToken cancellationToken)
    {
        var (personId, agencyIds) = (goes.Person.Id, goes.AgencyIds.ToArray());
        return database
            .Placements.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .AnyAsync(
                placement =>
                    placement.PersonId == personId && !agencyIds.Contains(placement.AgencyId),
                cancellationToken
            );
    }

    private async Task<bool> MergeInTurnAsync(
        OpenedRecord kept,
        OpenedRecord goes,
        string reason,
        CancellationToken cancellationToken
    )
    {
        await database.Entry(kept.Person).ReloadAsync(cancellationToken);
        await database.Entry(goes.Person).ReloadAsync(cancellationToken);
        if (kept.Person.MergedIntoId is not null || goes.Person.MergedIntoId is not null)
        {
            return false;
        }

        foreach (var agencyId in goes.AgencyIds)
        {
            // Both pages show the act: it is about the one that is kept, and the facts of the other name it.
            var change = writer.Begin(
                agencyId,
                PeopleChangeKind.Merged,
                kept.Person.Id,
                reason,
                $"{goes.Person.Id} → {kept.Person.Id}"
            );
            var facts = new MergedFacts(database, kept.Person.Id, goes.Person.Id, change);
            await facts.MoveAsync(cancellationToken);
        }

        await FollowAsync(kept.Person, goes.Person, cancellationToken);
        await HandOverAsync(kept.Person, goes.Person, cancellationToken);
        await CountSignaturesAsync(kept.Person.Id, goes.Person.Id, cancellationToken);
        return true;
    }

    // Whoever turned out to be the one that goes is the kept one too: nobody is to be looked for in two steps.
    private async Task FollowAsync(Person kept, Person goes, CancellationToken cancellationToken)
    {
        goes.MergeInto(kept);
        var earlier = await database
            .People.Where(person => person.MergedIntoId == goes.Id)
            .ToListAsync(cancellationToken);
        earlier.ForEach(person => person.FollowInto(kept));
    }

    private async Task HandOverAsync(Person kept, Person goes, CancellationToken cancellationToken)
    {
        var accounts = await database
            .Users.Where(account => account.PersonId == kept.Id || account.PersonId == goes.Id)
            .ToListAsync(cancellationToken);
        var hasOne = accounts.Exists(account => account.PersonId == kept.Id);
        foreach (var account in accounts.Where(account => account.PersonId == goes.Id))
        {
            if (hasOne)
            {
                account.Disable(clock.GetUtcNow());
            }
            else
            {
                account.PersonId = kept.Id;
                hasOne = true;
            }
        }

        if (string.IsNullOrWhiteSpace(kept.Email))
        {
            kept.TakeAddress(goes.Email);
        }
    }

    // What is open for the kept one, and was signed by the other, is signed.
    private async Task CountSignaturesAsync(
        Guid keptId,
        Guid goesId,
        CancellationToken cancellationToken
    )
    {
        var assignments = await database
            .Assignments.Include(assignment => assignment.Modules)
            .Where(assignment =>
                assignment.PersonId == keptId
                && assignment.SignedAt == null
                && assignment.DeclinedAt == null
                && assignment.SupersededAt == null
                && assignment.LeftAt == null
            )
            .ToListAsync(cancellationToken);
        var attestations = await database
            .Attestations.AsNoTracking()
            .Include(attestation => attestation.Modules)
            .Where(attestation => attestation.PersonId == goesId || attestation.PersonId == keptId)
            .ToListAsync(cancellationToken);
        attestations.ForEach(attestation => attestation.CountAs(keptId));
        foreach (
            var assignment in assignments.Where(assignment =>
                Attestation.CountFor(assignment, attestations)
            )
        )
        {
            assignment.Sign(clock.GetUtcNow());
        }
    }
}

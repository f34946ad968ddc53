using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>
/// Somebody has died: every position ends, in every agency, their account is shut, mail that waits for them or speaks of them is
/// taken back, and no list names them again. What they signed stays in the record.
/// </summary>
public sealed class RecordingDeath(
    PortalDbContext database,
    RecordWriter writer,
    AfterPersonChange after,
    TimeProvider clock
)
{
    /// <summary>Records it.</summary>
    /// <param name="record">Who.</param>
    /// <param name="on">The day; not after today.</param>
    /// <param name="reason">How it is known.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether it was done; false when it was recorded already.</returns>
    public async Task<bool> RecordAsync(
        OpenedRecord record,
        DateOnly on,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var person = record.Person;
        var isDone = await writer.InTurnAsync(
            async () =>
            {
                await database.Entry(person).ReloadAsync(cancellationToken);
                if (person.DiedOn is not null)
                {
                    return false;
                }

                foreach (var agencyId in await AgenciesOfAsync(person.Id, cancellationToken))
                {
                    var change = writer.BeginBeyond(
                        agencyId,
                        PeopleChangeKind.Died,
                        person.Id,
                        record.AgencyIds.Contains(agencyId) ? reason : ""
                    );
                    var facts = await database.ReadBelievedAsync(
                        agencyId,
                        person.Id,
                        cancellationToken
                    );
                    database.AddRange(facts.EndOn(on, change));
                }

                person.Die(on);
                foreach (var account in await AccountsAsync(person.Id, cancellationToken))
                {
                    account.Disable(clock.GetUtcNow());
                }

                return true;
            },
            cancellationToken
        );
        if (isDone)
        {
            await after.WithdrawAsync(person.Id, cancellationToken);
        }

        return isDone;
    }

    /// <summary>It was a mistake: everything is learnt again as it was, and the account opens again.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="agencyIds">The agencies of whoever asks: one of them must be theirs.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> TakeBackAsync(
        Guid personId,
        IReadOnlyCollection<Guid> agencyIds,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var isDone = await writer.InTurnAsync(
            async () =>
            {
                var person = await database.People.SingleOrDefaultAsync(
                    one => one.Id == personId && one.DiedOn != null,
                    cancellationToken
                );
                var deaths = await DeathsAsync(personId, cancellationToken);
                if (person is null || !deaths.Exists(one => agencyIds.Contains(one.AgencyId)))
                {
                    return false;
                }

                foreach (var death in deaths)
                {
                    var change = writer.BeginBeyond(
                        death.AgencyId,
                        PeopleChangeKind.Died,
                        personId,
                        agencyIds.Contains(death.AgencyId) ? reason : ""
                    );
                    var facts = await database.ReadTouchedAsync(death, personId, cancellationToken);
                    database.AddRange(facts.Restore(death.Id, change));
                }

                person.TurnOutToLive();
                // What was shut before had another reason.
                var since = deaths.Min(act => act.At);
                var accounts = await AccountsAsync(personId, cancellationToken);
                foreach (var account in accounts.Where(account => account.DisabledAt >= since))
                {
                    account.Reopen();
                }

                return true;
            },
            cancellationToken
        );
        if (isDone)
        {
            await after.PlanAsync(personId, cancellationToken);
        }

        return isDone;
    }

    private Task<List<Account>> AccountsAsync(Guid personId, CancellationToken cancellationToken) =>
        database
            .Users.Where(account => account.PersonId == personId)
            .ToListAsync(cancellationToken);

    // A person stands above agencies, and so does a death.
    private Task<List<Guid>> AgenciesOfAsync(Guid personId, CancellationToken cancellationToken) =>
        database
            .Placements.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(placement => placement.PersonId == personId)
            .Select(placement => placement.AgencyId)
            .Distinct()
            .ToListAsync(cancellationToken);

    // The last one of each agency: somebody may have been held for dead by mistake before.
    private async Task<List<PeopleChange>> DeathsAsync(
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var acts = await database
            .PeopleChanges.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(change => change.PersonId == personId && change.Kind == PeopleChangeKind.Died)
            .ToListAsync(cancellationToken);
        return [.. acts.GroupBy(act => act.AgencyId).Select(group => group.MaxBy(act => act.At)!)];
    }
}

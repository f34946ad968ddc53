using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>
/// Somebody leaves an agency: every position they have there ends, whoever entered it. Mail that waits is taken back at once, and
/// their duties end as soon as the last day is over. What they signed stays theirs.
/// </summary>
public sealed class LeavingAgency(
    PortalDbContext database,
    RecordWriter writer,
    AfterPersonChange after,
    TimeProvider clock
)
{
    /// <summary>Lets them leave.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="agencyId">Which agency.</param>
    /// <param name="lastDay">Their last day there.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether it was done; false when they had no position there after that day.</returns>
    public async Task<bool> LeaveAsync(
        Guid personId,
        Guid agencyId,
        DateOnly lastDay,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var isDone = await writer.InTurnAsync(
            async () =>
            {
                var facts = await database.ReadBelievedAsync(agencyId, personId, cancellationToken);
                var gone = lastDay.AddDays(1);
                if (!facts.Placements.Any(one => one.HoldsUntil is null || one.HoldsUntil > gone))
                {
                    return false;
                }

                var change = writer.Begin(agencyId, PeopleChangeKind.Left, personId, reason);
                database.AddRange(facts.EndOn(gone, change));
                return true;
            },
            cancellationToken
        );
        if (isDone && lastDay <= clock.Today())
        {
            await after.WithdrawAsync(personId, cancellationToken);
        }
        else if (isDone)
        {
            await after.PlanAsync(personId, cancellationToken);
        }

        return isDone;
    }

    /// <summary>It was a mistake: what ended is learnt again as it was.</summary>
    /// <returns>Whether it was done; false when nobody had said that they leave, or it was taken back already.</returns>
    public async Task<bool> TakeBackAsync(
        Guid personId,
        Guid agencyId,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var isDone = await writer.InTurnAsync(
            async () =>
            {
                if (await FindAsync(personId, agencyId, cancellationToken) is not { } left)
                {
                    return false;
                }

                var facts = await database.ReadTouchedAsync(left, personId, cancellationToken);
                var change = writer.Begin(agencyId, PeopleChangeKind.Edited, personId, reason);
                database.AddRange(facts.Restore(left.Id, change));
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

    /// <summary>
    /// The act by which they left an agency, while it can be taken back: what it left of their positions is believed still.
    /// </summary>
    public Task<PeopleChange?> FindAsync(
        Guid personId,
        Guid agencyId,
        CancellationToken cancellationToken
    ) =>
        database
            .PeopleChanges.Where(change =>
                change.PersonId == personId
                && change.AgencyId == agencyId
                && change.Kind == PeopleChangeKind.Left
                && database.Placements.Any(placement =>
                    placement.UnlearntInId == change.Id && placement.PersonId == personId
                )
                && !database.Placements.Any(placement =>
                    placement.PersonId == personId
                    && placement.AgencyId == agencyId
                    && (
                        (placement.LearntInId == change.Id && placement.UnlearntAt != null)
                        || placement.LearntAt > change.At
                    )
                )
            )
            .OrderByDescending(change => change.At)
            .FirstOrDefaultAsync(cancellationToken);
}

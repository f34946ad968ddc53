using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>
/// Changes one position of a person: they move, it says something else from a day on, it ends, or its days were wrong.
/// </summary>
public sealed class ChangingPlacement(
    PortalDbContext database,
    RecordWriter writer,
    AfterPersonChange after
)
{
    /// <summary>Changes it.</summary>
    /// <param name="record">Whose it is.</param>
    /// <param name="placementId">The position, as the page showed it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="edit">Edits it, and gives what is to be saved.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether it was done; false when somebody else changed the position meanwhile.</returns>
    public async Task<bool> ChangeAsync(
        OpenedRecord record,
        Guid placementId,
        string reason,
        Func<Placement, PeopleChange, IEnumerable<Placement>> edit,
        CancellationToken cancellationToken
    )
    {
        var isDone = await writer.InTurnAsync(
            async () =>
            {
                var placement = await database.Placements.FindOneAsync(
                    record,
                    placementId,
                    cancellationToken
                );
                if (placement is null)
                {
                    return false;
                }

                var change = writer.Begin(
                    placement.AgencyId,
                    PeopleChangeKind.Edited,
                    record.Person.Id,
                    reason
                );
                database.AddRange(edit(placement, change));
                return true;
            },
            cancellationToken
        );
        if (isDone)
        {
            await after.PlanAsync(record.Person.Id, cancellationToken);
        }

        return isDone;
    }
}

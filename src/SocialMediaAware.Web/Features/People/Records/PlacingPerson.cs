using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Gives somebody who is held already another position: a second one at once, or one after they came back.</summary>
public sealed class PlacingPerson(
    PortalDbContext database,
    RecordWriter writer,
    AfterPersonChange after
)
{
    /// <summary>Gives it.</summary>
    public async Task PlaceAsync(
        Guid personId,
        PlacementEntry entry,
        CancellationToken cancellationToken
    )
    {
        await writer.InTurnAsync(
            () =>
            {
                var change = writer.Begin(
                    entry.Wish.Unit.AgencyId,
                    PeopleChangeKind.Entered,
                    personId,
                    entry.Reason
                );
                database.Add(
                    PlacementEdits.Learn(
                        personId,
                        entry.Wish,
                        feed: null,
                        entry.From,
                        entry.Until,
                        change
                    )
                );
                return Task.FromResult(true);
            },
            cancellationToken
        );
        await after.PlanAsync(personId, cancellationToken);
    }
}

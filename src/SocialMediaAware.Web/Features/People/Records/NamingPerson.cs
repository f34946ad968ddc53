using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Calls somebody by another name from a day on. The former one stays in what was sealed under it, and nowhere else.</summary>
public sealed class NamingPerson(PortalDbContext database, RecordWriter writer)
{
    /// <summary>Changes the name.</summary>
    /// <param name="record">Whose.</param>
    /// <param name="name">What they want to be called.</param>
    /// <param name="officialName">The name in the agency's records, where it is another.</param>
    /// <param name="from">The first day.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task ChangeAsync(
        OpenedRecord record,
        string name,
        string? officialName,
        DateOnly from,
        string reason,
        CancellationToken cancellationToken
    ) =>
        writer.InTurnAsync(
            async () =>
            {
                var personId = record.Person.Id;
                var names = await database
                    .PersonNames.Believed()
                    .Where(one => one.PersonId == personId)
                    .ToListAsync(cancellationToken);
                var change = writer.Begin(
                    record.AgencyId,
                    PeopleChangeKind.Edited,
                    personId,
                    reason
                );
                database.AddRange(
                    NameEdits.Change(names, personId, name, officialName, from, change)
                );
                return change;
            },
            cancellationToken
        );
}

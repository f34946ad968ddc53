using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Somebody who is entered by hand.</summary>
/// <param name="Name">What they want to be called.</param>
/// <param name="OfficialName">The name in the agency's records, where it is another.</param>
/// <param name="Email">Where mail reaches them; null for nowhere.</param>
/// <param name="Entry">What they do, from when on, and why they are entered.</param>
public sealed record NewPerson(
    string Name,
    string? OfficialName,
    string? Email,
    PlacementEntry Entry
);

/// <summary>Enters somebody new, with an account where they have an address.</summary>
public sealed class AddingPerson(
    PortalDbContext database,
    RecordWriter writer,
    AfterPersonChange after,
    TimeProvider clock
)
{
    /// <summary>Enters them.</summary>
    /// <returns>Who they are; null when somebody else took the address at this moment.</returns>
    public async Task<Guid?> AddAsync(NewPerson entered, CancellationToken cancellationToken)
    {
        try
        {
            var personId = await writer.InTurnAsync(
                () => AddInTurnAsync(entered, cancellationToken),
                cancellationToken
            );
            if (personId is { } id)
            {
                await after.PlanAsync(id, cancellationToken);
            }

            return personId;
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            return null;
        }
    }

    private async Task<Guid?> AddInTurnAsync(NewPerson entered, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var person = Person.Appear(entered.Email, now);
        if (entered.Email is { } email)
        {
            var lookUpForm = Account.LookUpForm(email);
            var account = await database.Users.SingleOrDefaultAsync(
                account => account.NormalizedEmail == lookUpForm,
                cancellationToken
            );
            if (account is not null)
            {
                return null;
            }

            database.Add(Account.For(email, person.Id, now));
        }

        var entry = entered.Entry;
        var change = writer.Begin(
            entry.Wish.Unit.AgencyId,
            PeopleChangeKind.Entered,
            person.Id,
            entry.Reason
        );
        var today = clock.Today();
        database.AddRange(
            person,
            // They have their name already today, also when they start later.
            PersonName.Learn(
                person.Id,
                entered.Name,
                entry.From < today ? entry.From : today,
                now,
                entered.OfficialName,
                change
            ),
            PlacementEdits.Learn(person.Id, entry.Wish, null, entry.From, entry.Until, change)
        );
        return person.Id;
    }
}

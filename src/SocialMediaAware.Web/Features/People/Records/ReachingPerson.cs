using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Changes where mail reaches somebody, and by whose dates they live. What they sign in with follows their address.</summary>
public sealed class ReachingPerson(
    PortalDbContext database,
    RecordWriter writer,
    TimeProvider clock
)
{
    /// <summary>Changes both.</summary>
    /// <returns>Whether it was done; false when somebody else signs in with the address.</returns>
    public async Task<bool> ChangeAsync(
        OpenedRecord record,
        string? email,
        string timeZone,
        string reason,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await writer.InTurnAsync(
                () => ChangeInTurnAsync(record, email, timeZone, reason, cancellationToken),
                cancellationToken
            );
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // Somebody took the address as a sign-in at this very moment: the index holds an address to one account.
            return false;
        }
    }

    private async Task<bool> ChangeInTurnAsync(
        OpenedRecord record,
        string? email,
        string timeZone,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var person = record.Person;
        var account = await database
            .Users.Where(account => account.PersonId == person.Id)
            .OrderBy(account => account.DisabledAt != null)
            .FirstOrDefaultAsync(cancellationToken);
        if (email is not null && await IsTakenAsync(email, person.Id, cancellationToken))
        {
            return false;
        }

        var changed = new List<string>();
        if (person.Email != email)
        {
            changed.Add($"address: {person.Email ?? "none"} → {email ?? "none"}");
        }

        if (person.TimeZone != timeZone)
        {
            changed.Add($"time zone: {person.TimeZone} → {timeZone}");
        }

        writer.Begin(
            record.AgencyId,
            PeopleChangeKind.Edited,
            person.Id,
            reason,
            string.Join("; ", changed)
        );
        person.TakeAddress(email);
        person.LiveIn(timeZone);
        if (email is not null && account is null)
        {
            database.Add(Account.For(email, person.Id, clock.GetUtcNow()));
        }
        else if (email is not null && account!.Email != email)
        {
            account.TakeAddress(email);
        }

        return true;
    }

    private Task<bool> IsTakenAsync(
        string email,
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var lookUpForm = Account.LookUpForm(email);
        return database.Users.AnyAsync(
            account => account.NormalizedEmail == lookUpForm && account.PersonId != personId,
            cancellationToken
        );
    }
}

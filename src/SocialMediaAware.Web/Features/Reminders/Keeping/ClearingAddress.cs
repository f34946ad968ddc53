using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People.Records;

namespace SocialMediaAware.Web.Features.Reminders.Keeping;

/// <summary>An address to which no mail goes, because a server refused it.</summary>
public sealed record AddressNotWrittenTo(
    Guid PersonId,
    string Name,
    string Address,
    string Problem,
    DateTimeOffset RefusedAt
);

/// <summary>HR says that a refused address is right, and it is written to again.</summary>
public sealed class ClearingAddress(
    PortalDbContext database,
    RecordAccess access,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>The address of a person whom this account keeps; null where none is refused.</summary>
    public async Task<AddressNotWrittenTo?> FindAsync(
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        if (await access.FindKeptAsync(personId, cancellationToken) is not { } record)
        {
            return null;
        }

        return await database
            .RefusedAddresses.Standing(record.Person)
            .Select(refused => new AddressNotWrittenTo(
                refused.PersonId,
                record.Name,
                refused.Address,
                refused.Problem,
                refused.RefusedAt
            ))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Writes there again.</summary>
    /// <returns>Whether it was not written to before.</returns>
    public async Task<bool> ClearAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (await access.FindKeptAsync(personId, cancellationToken) is not { } record)
        {
            return false;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        await database.TakeTurnAsync(Turn.Outbox, cancellationToken);
        var refused = await database
            .RefusedAddresses.Standing(record.Person)
            .SingleOrDefaultAsync(cancellationToken);
        if (refused is null)
        {
            return false;
        }

        refused.Clear(signedIn.AccountId, clock.GetUtcNow());
        audit.Add(AuditActions.AddressCleared, record.AgencyId, $"/people/person/{personId}");
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}

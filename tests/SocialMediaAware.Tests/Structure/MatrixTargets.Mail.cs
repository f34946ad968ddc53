using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Structure;

/// <content>What mail brings.</content>
public sealed partial class MatrixTargets
{
    /// <summary>Somebody whose address was refused.</summary>
    private Task<string> RefusedAsync(CastMember owner) =>
        portal.WithDatabaseAsync(async database =>
        {
            if (
                !await database.RefusedAddresses.AnyAsync(refused =>
                    refused.PersonId == owner.PersonId && refused.ClearedAt == null
                )
            )
            {
                database.Add(
                    RefusedAddress.Mark(
                        owner.PersonId,
                        owner.Email,
                        Guid.NewGuid(),
                        "550 No such mailbox",
                        portal.Clock.GetUtcNow()
                    )
                );
                await database.SaveChangesAsync();
            }

            return owner.PersonId.ToString();
        });
}

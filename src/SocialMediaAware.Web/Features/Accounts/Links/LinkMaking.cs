using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Accounts.Links;

/// <summary>A link that was just made. Its secret is kept nowhere else.</summary>
/// <param name="Link">The link.</param>
/// <param name="Secret">What stands in its address.</param>
public sealed record MadeLink(OneTimeLink Link, string Secret);

/// <summary>Makes links by which people choose a password. The newest of a kind is the only one that works.</summary>
public sealed class LinkMaking(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Bytes in a secret.</summary>
    internal const int SecretLength = 32;

    /// <summary>
    /// Makes links, one for each account, to be saved in the caller's transaction. Those of the same purpose that were not used
    /// stop working.
    /// </summary>
    /// <param name="accountIds">Whose they are.</param>
    /// <param name="purpose">What they are for: a purpose of <see cref="OneTimeLink" />.</param>
    /// <param name="length">For how long they work.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<MadeLink>> MakeAsync(
        IReadOnlyCollection<Guid> accountIds,
        string purpose,
        TimeSpan length,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var ids = accountIds.ToArray();
        // They end, and are not deleted: how often somebody asked stays known.
        await database
            .OneTimeLinks.Where(link =>
                link.Purpose == purpose
                && link.UsedAt == null
                && link.ExpiresAt > now
                && link.AccountId != null
                && EF.Parameter(ids).Contains(link.AccountId.Value)
            )
            .ExecuteUpdateAsync(
                change => change.SetProperty(link => link.ExpiresAt, now),
                cancellationToken
            );
        var made = ids.Select(id => Make(id, purpose, now + length, now)).ToList();
        database.AddRange(made.Select(one => one.Link));
        return made;
    }

    private static MadeLink Make(
        Guid accountId,
        string purpose,
        DateTimeOffset expiresAt,
        DateTimeOffset now
    )
    {
        var secret = RandomNumberGenerator.GetBytes(SecretLength);
        return new MadeLink(
            OneTimeLink.Make(purpose, SHA256.HashData(secret), accountId, expiresAt, now),
            Base64Url.EncodeToString(secret)
        );
    }
}

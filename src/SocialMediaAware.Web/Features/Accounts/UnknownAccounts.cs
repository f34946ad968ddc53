using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>
/// Treats mail addresses without an account as if they had one, so that nobody learns from the lock, or from the time it takes,
/// which addresses have one. It lives in memory only, under a key that goes with the process: no typed address is kept.
/// </summary>
public sealed class UnknownAccounts(IOptions<PasswordHasherOptions> hashing, TimeProvider clock)
{
    private const int MostRemembered = 20_000;
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, (int Count, DateTimeOffset? LockedUntil)> tries = [];
    private readonly Lock gate = new();

    private readonly Lazy<string> hash = new(() =>
        new PasswordHasher<Account>(hashing).HashPassword(new Account(), Guid.NewGuid().ToString())
    );

    /// <summary>The hash of a password that nobody has; it costs as much to try as a real one.</summary>
    public string HashOfNobody => hash.Value;

    /// <summary>Counts a try on an address without an account, by the same rules as for one that has.</summary>
    public PasswordVerdict Count(string email)
    {
        var name = Convert.ToBase64String(
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Account.LookUpForm(email)))
        );
        var now = clock.GetUtcNow();
        lock (gate)
        {
            var known = tries.GetValueOrDefault(name);
            if (known.LockedUntil > now)
            {
                return PasswordVerdict.Locked;
            }

            var count = known.LockedUntil is null ? known.Count + 1 : 1;
            var isLocked = count >= PasswordAttempts.MostFailures;
            if (tries.Count >= MostRemembered && !tries.ContainsKey(name))
            {
                tries.Clear();
            }

            tries[name] = (count, isLocked ? now + PasswordAttempts.LockLength : null);
            return isLocked ? PasswordVerdict.WrongAndNowLocked : PasswordVerdict.Wrong;
        }
    }
}

using System.Security.Cryptography;
using System.Text;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>
/// A one-time code: eight letters and digits, none of which is taken for another on paper. Only its hash is kept, made slow on
/// purpose and bound to its session, so that a copy of the database does not give it away while it holds.
/// </summary>
public static class AssistedCode
{
    /// <summary>How many letters and digits it has: 8 of 30 are about 656 billion codes.</summary>
    public const int Length = 8;

    // Without 0 and O, 1, I and L, and U, which is taken for V.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Rounds = 100_000;

    /// <summary>A new one.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>As it is printed: in two groups.</summary>
    public static string Printed(string code) => $"{code[..4]} {code[4..]}";

    /// <summary>What somebody typed, in the form in which it is compared; null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        var code = new string([
            .. (typed ?? "")
                .Where(letter => letter is not (' ' or '-' or '\u00A0'))
                .Select(char.ToUpperInvariant),
        ]);
        return code.Length == Length && code.All(Letters.Contains) ? code : null;
    }

    /// <summary>Its hash in a session (32 bytes).</summary>
    public static byte[] HashOf(Guid sessionId, string code) =>
        Rfc2898DeriveBytes.Pbkdf2(
            Encoding.ASCII.GetBytes(code),
            sessionId.ToByteArray(),
            Rounds,
            HashAlgorithmName.SHA256,
            32
        );
}

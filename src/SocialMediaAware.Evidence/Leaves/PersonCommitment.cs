using System.Security.Cryptography;

namespace SocialMediaAware.Evidence;

/// <summary>
/// Binds a leaf to a person without naming them: only whoever has the salt can show, or even guess, who it is.
/// Destroying the salt makes the leaf anonymous.
/// </summary>
public static class PersonCommitment
{
    /// <summary>The length of a salt, in bytes.</summary>
    public const int SaltLength = 32;

    private const string Domain = "social-media-aware/person-commitment/1";

    /// <summary>A new random salt; one for each attestation, so that a person's entries cannot be told to be theirs.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltLength);

    /// <summary>
    /// SHA-256 of four values, each behind its length in four bytes: a fixed domain, the salt, the id's 16 bytes in
    /// network order, and the name in UTF-8 and Normalization Form C.
    /// </summary>
    /// <param name="salt">32 random bytes, see <see cref="NewSalt"/>.</param>
    /// <param name="personId">The portal's id of the person.</param>
    /// <param name="typedName">The name as the person typed it under the statement.</param>
    /// <exception cref="EvidenceFormatException">The salt has another length, or the name is not well-formed Unicode.</exception>
    public static TreeHash Of(ReadOnlySpan<byte> salt, Guid personId, string typedName)
    {
        if (salt.Length != SaltLength)
        {
            throw new EvidenceFormatException(
                $"The salt has {salt.Length} bytes instead of {SaltLength}."
            );
        }

        var name = StrictUtf8.EncodeNormalized(typedName, "The typed name");
        var writer = new CanonicalWriter().Prefixed(Domain, "The domain").Prefixed(salt);
        return TreeHash.Sha256Of(
            writer.Prefixed(personId.ToByteArray(bigEndian: true)).Prefixed(name).ToArray()
        );
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace SocialMediaAware.Evidence;

/// <summary>
/// The public half of a key that signs notes: ECDSA on P-256 with SHA-256, C2SP signature type 0x02. Its text is
/// <c>name+keyid+base64(0x02 ‖ SPKI)</c>, the key id as eight lower-case hexadecimal digits.
/// </summary>
public sealed class VerificationKey
{
    private const byte EcdsaSignatureType = 0x02;
    private const string P256 = "1.2.840.10045.3.1.7";

    // The type 0x02 and the DER of an uncompressed point on P-256 up to the point. What else could follow the type
    // never reaches the platform's key import, which does not fail in the same way everywhere.
    private const string StartOfEveryKey =
        "023059301306072A8648CE3D020106082A8648CE3D03010703420004";

    private readonly byte[] _subjectPublicKeyInfo;

    private VerificationKey(string name, byte[] subjectPublicKeyInfo)
    {
        NoteRules.RequireKeyName(name);
        Name = name;
        _subjectPublicKeyInfo = subjectPublicKeyInfo;
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(subjectPublicKeyInfo));
    }

    /// <summary>The key's name; for a ledger, the same as the origin of its checkpoints.</summary>
    public string Name { get; }

    /// <summary>The first four bytes, read big-endian, of the SHA-256 of the DER-encoded SubjectPublicKeyInfo.</summary>
    public uint KeyId { get; }

    /// <summary>The public half of a key pair.</summary>
    /// <exception cref="EvidenceFormatException">The key is not on P-256, or the name is not allowed in a note.</exception>
    public static VerificationKey Of(string name, ECDsa key)
    {
        // A curve given by its numbers has no identifier, whatever the annotation says.
        var curve = key.ExportParameters(includePrivateParameters: false).Curve;
        if (!curve.IsNamed || curve.Oid.Value != P256)
        {
            throw new EvidenceFormatException("The key is not on the curve P-256.");
        }

        return new VerificationKey(name, key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Reads the text form; one newline at its end is allowed, because it usually comes from a file.</summary>
    /// <exception cref="EvidenceFormatException">The text is not such a key, or its key id does not belong to it.</exception>
    public static VerificationKey Parse(string text)
    {
        var line = text.EndsWith('\n') ? text[..^1] : text;
        // Base64 contains plus signs, names do not: three parts at most.
        var parts = line.Split('+', 3);
        if (parts.Length != 3)
        {
            throw new EvidenceFormatException(
                "A verification key is not written as name+keyid+base64."
            );
        }

        var bytes = CanonicalBase64.Decode(parts[2], "A verification key");
        if (!Convert.ToHexString(bytes).StartsWith(StartOfEveryKey, StringComparison.Ordinal))
        {
            throw new EvidenceFormatException(
                "A verification key is not of the signature type 0x02 (ECDSA) on the curve P-256."
            );
        }

        using var key = Import(bytes.AsSpan(1));
        var result = Of(parts[0], key);
        if (result.ToText() != line)
        {
            throw new EvidenceFormatException(
                "A verification key's id or encoding does not belong to its public key."
            );
        }

        return result;
    }

    /// <summary>The DER-encoded SubjectPublicKeyInfo (RFC 5480), for other tools.</summary>
    public byte[] ToSubjectPublicKeyInfo() => [.. _subjectPublicKeyInfo];

    /// <summary>The text form: one line, without a newline.</summary>
    public string ToText()
    {
        var keyId = KeyId.ToString("x8", CultureInfo.InvariantCulture);
        return $"{Name}+{keyId}+{Convert.ToBase64String([EcdsaSignatureType, .. _subjectPublicKeyInfo])}";
    }

    /// <inheritdoc cref="ToText"/>
    public override string ToString() => ToText();

    /// <summary>Whether the signature (ASN.1 DER) is this key's over the data. What is malformed is not.</summary>
    internal bool HasSigned(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        // Imported each time, because an ECDsa object is neither for several threads nor free to leave undisposed.
        using var key = Import(_subjectPublicKeyInfo);
        try
        {
            var format = DSASignatureFormat.Rfc3279DerSequence;
            return key.VerifyData(data, signature, HashAlgorithmName.SHA256, format);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static ECDsa Import(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
            return key;
        }
        catch (CryptographicException exception)
        {
            key.Dispose();
            throw new EvidenceFormatException("A verification key holds no public key.", exception);
        }
    }
}

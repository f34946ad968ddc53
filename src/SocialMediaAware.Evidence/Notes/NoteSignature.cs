using System.Buffers.Binary;

namespace SocialMediaAware.Evidence;

/// <summary>One signature line of a note: <c>— name base64(key id ‖ signature)</c>.</summary>
/// <param name="KeyName">The name of the key that signed.</param>
/// <param name="KeyId">The key's id: four bytes, read big-endian.</param>
/// <param name="Signature">The signature's bytes; for the signature type 0x02, ASN.1 DER.</param>
public sealed record NoteSignature(string KeyName, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    private const string LineStart = "— ";
    private const int KeyIdLength = 4;

    /// <summary>Whether the line names this key, by its name and its id.</summary>
    public bool IsMadeBy(VerificationKey key) => KeyName == key.Name && KeyId == key.KeyId;

    internal static NoteSignature Parse(string line)
    {
        var parts = line.StartsWith(LineStart, StringComparison.Ordinal)
            ? line[LineStart.Length..].Split(' ')
            : [];
        if (parts.Length != 2)
        {
            throw new EvidenceFormatException(
                "A signature line is not an em dash, a key's name and a signature."
            );
        }

        NoteRules.RequireKeyName(parts[0]);
        var bytes = CanonicalBase64.Decode(parts[1], "A note's signature");
        if (bytes.Length <= KeyIdLength)
        {
            throw new EvidenceFormatException(
                "A note's signature is shorter than a key id and one byte."
            );
        }

        return new NoteSignature(
            parts[0],
            BinaryPrimitives.ReadUInt32BigEndian(bytes),
            bytes.AsMemory(KeyIdLength)
        );
    }

    internal string ToLine()
    {
        var bytes = new byte[KeyIdLength + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.Span.CopyTo(bytes.AsSpan(KeyIdLength));
        return $"{LineStart}{KeyName} {Convert.ToBase64String(bytes)}";
    }
}

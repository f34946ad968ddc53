using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SocialMediaAware.Evidence;

/// <summary>A SHA-256 digest: of a node of the tree, or of something that a leaf commits to.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TreeHash
{
    /// <summary>The length of a hash, in bytes.</summary>
    public const int Length = 32;

    // Two numbers instead of an array: equality by value, and nothing that could be changed from outside.
    private readonly UInt128 _firstHalf;
    private readonly UInt128 _secondHalf;

    private TreeHash(ReadOnlySpan<byte> bytes)
    {
        _firstHalf = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _secondHalf = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>The SHA-256 of the bytes, without any prefix.</summary>
    public static TreeHash Sha256Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[Length];
        SHA256.HashData(bytes, digest);
        return new TreeHash(digest);
    }

    /// <summary>Takes 32 bytes as a hash.</summary>
    /// <exception cref="EvidenceFormatException">There are more or fewer than 32.</exception>
    public static TreeHash FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length
            ? new TreeHash(bytes)
            : throw new EvidenceFormatException($"A hash has {Length} bytes, not {bytes.Length}.");

    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="EvidenceFormatException">The text is anything else.</exception>
    public static TreeHash FromHex(string text)
    {
        if (text.Length != 2 * Length || !text.All(char.IsAsciiHexDigitLower))
        {
            throw new EvidenceFormatException(
                $"A hash is written as {2 * Length} lower-case hexadecimal digits."
            );
        }

        return FromBytes(Convert.FromHexString(text));
    }

    /// <summary>Reads canonical base64 (RFC 4648 §4) of 32 bytes.</summary>
    /// <exception cref="EvidenceFormatException">The text is anything else.</exception>
    public static TreeHash FromBase64(string text) =>
        FromBytes(CanonicalBase64.Decode(text, "A hash"));

    /// <summary>The 32 bytes, in an array of the caller's own.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Writes the 32 bytes to the start of the destination.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, _firstHalf);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], _secondHalf);
    }

    /// <summary>64 lower-case hexadecimal digits, as <c>sha256sum</c> prints them.</summary>
    public string ToHex() => Convert.ToHexStringLower(ToArray());

    /// <summary>Base64 (RFC 4648 §4), as checkpoints and proofs carry it.</summary>
    public string ToBase64() => Convert.ToBase64String(ToArray());

    /// <inheritdoc cref="ToHex"/>
    public override string ToString() => ToHex();
}

using System.Buffers.Binary;

namespace SocialMediaAware.Evidence;

/// <summary>Reads back what <see cref="CanonicalWriter"/> wrote, and refuses what it would not have written.</summary>
internal ref struct CanonicalReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public byte Byte() => Take(1)[0];

    public int Number(string what)
    {
        var value = BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));
        return value >= 0 ? value : throw new EvidenceFormatException($"{what} is too large.");
    }

    public UtcInstant Instant() =>
        UtcInstant.FromMicroseconds(BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long))));

    public TreeHash Hash() => TreeHash.FromBytes(Take(TreeHash.Length));

    public string PrefixedText(string what) => StrictUtf8.Decode(Take(Number(what)), what);

    public readonly void RequireEnd()
    {
        if (!_rest.IsEmpty)
        {
            throw new EvidenceFormatException(
                $"{_rest.Length} bytes follow where the leaf should end."
            );
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw new EvidenceFormatException("The leaf ends too early.");
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}

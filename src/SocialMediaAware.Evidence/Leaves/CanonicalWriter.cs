using System.Buffers;
using System.Buffers.Binary;

namespace SocialMediaAware.Evidence;

/// <summary>Writes values one after another, numbers big-endian and everything of variable length behind its length.</summary>
internal sealed class CanonicalWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public CanonicalWriter Byte(byte value)
    {
        _bytes.Write([value]);
        return this;
    }

    /// <summary>A count, a length or a version number: four bytes, from 0 to 2³¹−1.</summary>
    public CanonicalWriter Number(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), value);
        _bytes.Advance(sizeof(int));
        return this;
    }

    /// <summary>Microseconds since the Unix epoch, in eight bytes.</summary>
    public CanonicalWriter Instant(UtcInstant value)
    {
        BinaryPrimitives.WriteInt64BigEndian(
            _bytes.GetSpan(sizeof(long)),
            value.MicrosecondsSinceEpoch
        );
        _bytes.Advance(sizeof(long));
        return this;
    }

    /// <summary>The 32 bytes of a hash, without a length.</summary>
    public CanonicalWriter Hash(TreeHash value)
    {
        _bytes.Write(value.ToArray());
        return this;
    }

    /// <summary>The length in four bytes, then the bytes.</summary>
    public CanonicalWriter Prefixed(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        _bytes.Write(value);
        return this;
    }

    /// <summary>The length in bytes in four bytes, then the UTF-8.</summary>
    public CanonicalWriter Prefixed(string value, string what) =>
        Prefixed(StrictUtf8.Encode(value, what));
}

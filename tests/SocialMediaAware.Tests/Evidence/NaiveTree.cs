using System.Security.Cryptography;

namespace SocialMediaAware.Tests.Evidence;

/// <summary>
/// A second implementation for comparison: the recursive definitions of RFC 6962 §2.1 written down as they stand,
/// over all leaves, with arrays of bytes and nothing from the product.
/// </summary>
internal static class NaiveTree
{
    public static byte[] Leaf(byte[] leaf) => SHA256.HashData([0x00, .. leaf]);

    public static byte[] Root(ReadOnlySpan<byte[]> leaves) =>
        leaves.Length switch
        {
            0 => SHA256.HashData([]),
            1 => Leaf(leaves[0]),
            var n => SHA256.HashData([
                0x01,
                .. Root(leaves[..LeftPart(n)]),
                .. Root(leaves[LeftPart(n)..]),
            ]),
        };

    public static List<byte[]> Path(int m, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var k = LeftPart(leaves.Length);
        return m < k
            ? [.. Path(m, leaves[..k]), Root(leaves[k..])]
            : [.. Path(m - k, leaves[k..]), Root(leaves[..k])];
    }

    public static List<byte[]> Proof(int m, ReadOnlySpan<byte[]> leaves) =>
        SubProof(m, leaves, true);

    private static List<byte[]> SubProof(int m, ReadOnlySpan<byte[]> leaves, bool isWholeOldTree)
    {
        if (m == leaves.Length)
        {
            return isWholeOldTree ? [] : [Root(leaves)];
        }

        var k = LeftPart(leaves.Length);
        return m <= k
            ? [.. SubProof(m, leaves[..k], isWholeOldTree), Root(leaves[k..])]
            : [.. SubProof(m - k, leaves[k..], false), Root(leaves[..k])];
    }

    private static int LeftPart(int n)
    {
        var k = 1;
        while (k * 2 < n)
        {
            k *= 2;
        }

        return k;
    }
}

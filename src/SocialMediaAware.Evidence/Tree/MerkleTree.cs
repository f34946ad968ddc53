using System.Security.Cryptography;

namespace SocialMediaAware.Evidence;

/// <summary>The hashes of RFC 6962 §2.1 (the same in RFC 9162 §2.1.1), from which the whole tree is built.</summary>
public static class MerkleTree
{
    // Leaves and nodes are hashed with different first bytes, so that nobody can pass off one as the other.
    private const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;

    /// <summary>The root of the tree without leaves: SHA-256 of nothing.</summary>
    public static TreeHash EmptyRoot => TreeHash.Sha256Of([]);

    /// <summary>The hash of a leaf: SHA-256 of the byte 0x00 and the leaf's bytes.</summary>
    public static TreeHash LeafHash(ReadOnlySpan<byte> leaf)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([LeafPrefix]);
        hash.AppendData(leaf);
        return TreeHash.FromBytes(hash.GetHashAndReset());
    }

    /// <summary>The hash of an interior node: SHA-256 of the byte 0x01, the left child's hash and the right child's.</summary>
    public static TreeHash NodeHash(TreeHash left, TreeHash right)
    {
        Span<byte> bytes = stackalloc byte[1 + 2 * TreeHash.Length];
        bytes[0] = NodePrefix;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + TreeHash.Length)..]);
        return TreeHash.Sha256Of(bytes);
    }

    /// <summary>Joins adjacent complete subtrees, each smaller than the one before, into the hash of them all.</summary>
    internal static TreeHash Join(IReadOnlyList<TreeHash> subtreesFromTheLeft)
    {
        var joined = subtreesFromTheLeft[^1];
        for (var i = subtreesFromTheLeft.Count - 2; i >= 0; i--)
        {
            joined = NodeHash(subtreesFromTheLeft[i], joined);
        }

        return joined;
    }
}

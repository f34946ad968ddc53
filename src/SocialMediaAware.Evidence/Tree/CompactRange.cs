using System.Numerics;

namespace SocialMediaAware.Evidence;

/// <summary>
/// What is needed of a tree to append to it and to know its root: the hashes of the largest complete subtrees that
/// cover its leaves, at most one of each height. Not for several threads at once.
/// </summary>
public sealed class CompactRange
{
    private readonly List<TreeHash> _subtreesFromTheLeft;

    /// <summary>The range of the empty tree.</summary>
    public CompactRange()
        : this(0, []) { }

    private CompactRange(long size, List<TreeHash> subtreesFromTheLeft)
    {
        Size = size;
        _subtreesFromTheLeft = subtreesFromTheLeft;
    }

    /// <summary>How many leaves the tree has; also the number, from 0, that the next leaf gets.</summary>
    public long Size { get; private set; }

    /// <summary>Reads what <see cref="ToBytes"/> wrote for a tree of this size.</summary>
    /// <exception cref="EvidenceFormatException">The size is negative, or the bytes are not one hash for each of its binary ones.</exception>
    public static CompactRange FromBytes(long size, ReadOnlySpan<byte> bytes)
    {
        if (size < 0)
        {
            throw new EvidenceFormatException("A tree's size is negative.");
        }

        var count = BitOperations.PopCount((ulong)size);
        if (bytes.Length != count * TreeHash.Length)
        {
            throw new EvidenceFormatException(
                $"A tree of {size} leaves has {count} subtrees of 32 bytes each."
            );
        }

        var subtrees = new List<TreeHash>(count);
        for (var i = 0; i < count; i++)
        {
            subtrees.Add(TreeHash.FromBytes(bytes.Slice(i * TreeHash.Length, TreeHash.Length)));
        }

        return new CompactRange(size, subtrees);
    }

    /// <summary>Appends a leaf.</summary>
    /// <returns>The interior nodes (level 1 and higher) that are complete from now on, lowest first; store them for proofs.</returns>
    public IReadOnlyList<TreeNode> Append(TreeHash leafHash)
    {
        var leafIndex = Size;
        var newSize = checked(Size + 1);
        // Each binary one at the end of the old size is a subtree that now has its equal to the right.
        var completed = BitOperations.TrailingZeroCount(~leafIndex);
        var nodes = new TreeNode[completed];
        var hash = leafHash;
        for (var level = 1; level <= completed; level++)
        {
            hash = MerkleTree.NodeHash(_subtreesFromTheLeft[^1], hash);
            _subtreesFromTheLeft.RemoveAt(_subtreesFromTheLeft.Count - 1);
            nodes[level - 1] = new TreeNode(level, leafIndex >> level, hash);
        }

        _subtreesFromTheLeft.Add(hash);
        Size = newSize;
        return nodes;
    }

    /// <summary>The Merkle tree hash of all leaves so far (RFC 6962 §2.1).</summary>
    public TreeHash Root() =>
        Size == 0 ? MerkleTree.EmptyRoot : MerkleTree.Join(_subtreesFromTheLeft);

    /// <summary>The subtrees' hashes, 32 bytes each, from the left (the largest) to the right. The size is kept beside them.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[_subtreesFromTheLeft.Count * TreeHash.Length];
        for (var i = 0; i < _subtreesFromTheLeft.Count; i++)
        {
            _subtreesFromTheLeft[i].CopyTo(bytes.AsSpan(i * TreeHash.Length));
        }

        return bytes;
    }
}

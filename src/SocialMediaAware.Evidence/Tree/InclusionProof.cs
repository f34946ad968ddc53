namespace SocialMediaAware.Evidence;

/// <summary>
/// Shows that a leaf is in a tree with a given root, by about one hash for each doubling of the tree's size (RFC 9162 §2.1.3).
/// The proof itself is a list of hashes, the leaf's sibling first.
/// </summary>
public static class InclusionProof
{
    /// <summary>The stored nodes from which <see cref="Build"/> makes the proof: leaves (level 0) and complete interior nodes.</summary>
    /// <param name="index">The leaf's number, from 0.</param>
    /// <param name="size">The number of leaves of the tree that the proof is for; it may have grown since.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static IReadOnlyList<TreePosition> NodesNeeded(long index, long size) =>
        [.. Siblings(index, size).SelectMany(range => range.CompleteSubtrees())];

    /// <summary>Makes the proof (RFC 9162 §2.1.3.1).</summary>
    /// <param name="index">The leaf's number, from 0.</param>
    /// <param name="size">The number of leaves of the tree that the proof is for.</param>
    /// <param name="nodes">At least the nodes that <see cref="NodesNeeded"/> names.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    /// <exception cref="KeyNotFoundException">A node is missing; the message says which.</exception>
    public static IReadOnlyList<TreeHash> Build(
        long index,
        long size,
        IReadOnlyDictionary<TreePosition, TreeHash> nodes
    ) => [.. Siblings(index, size).Select(range => range.Hash(nodes))];

    /// <summary>Checks a proof (RFC 9162 §2.1.3.2). Never throws: what is malformed does not verify.</summary>
    /// <param name="index">The leaf's number, from 0.</param>
    /// <param name="size">The number of leaves of the tree with that root.</param>
    /// <param name="leafHash">What <see cref="MerkleTree.LeafHash"/> gives for the leaf.</param>
    /// <param name="proof">The proof's hashes, the leaf's sibling first.</param>
    /// <param name="root">The root that is trusted, usually from a checkpoint.</param>
    public static bool Verify(
        long index,
        long size,
        TreeHash leafHash,
        IReadOnlyList<TreeHash> proof,
        TreeHash root
    )
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var node = index;
        var lastNode = size - 1;
        var hash = leafHash;
        foreach (var sibling in proof)
        {
            if (lastNode == 0)
            {
                return false;
            }

            if (long.IsOddInteger(node) || node == lastNode)
            {
                hash = MerkleTree.NodeHash(sibling, hash);
                // A last node without a sibling rises until it is somebody's right child.
                while (node != 0 && long.IsEvenInteger(node))
                {
                    node >>= 1;
                    lastNode >>= 1;
                }
            }
            else
            {
                hash = MerkleTree.NodeHash(hash, sibling);
            }

            node >>= 1;
            lastNode >>= 1;
        }

        return lastNode == 0 && hash == root;
    }

    private static List<LeafRange> Siblings(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var siblings = new List<LeafRange>();
        var subtree = new LeafRange(0, size);
        while (subtree.End - subtree.Start > 1)
        {
            var left = subtree with { End = subtree.Split };
            var right = subtree with { Start = subtree.Split };
            var isLeft = index < subtree.Split;
            siblings.Add(isLeft ? right : left);
            subtree = isLeft ? left : right;
        }

        siblings.Reverse();
        return siblings;
    }
}

using System.Numerics;

namespace SocialMediaAware.Evidence;

/// <summary>
/// Shows that a tree begins with exactly the leaves of a smaller, earlier one: nothing was changed, taken out or put
/// between (RFC 9162 §2.1.4). The proof itself is a list of hashes.
/// </summary>
public static class ConsistencyProof
{
    /// <summary>The stored nodes from which <see cref="Build"/> makes the proof.</summary>
    /// <param name="oldSize">The number of leaves of the earlier tree.</param>
    /// <param name="newSize">The number of leaves of the later tree.</param>
    /// <exception cref="ArgumentOutOfRangeException">The earlier tree is the larger, or a size is negative.</exception>
    public static IReadOnlyList<TreePosition> NodesNeeded(long oldSize, long newSize) =>
        [.. Ranges(oldSize, newSize).SelectMany(range => range.CompleteSubtrees())];

    /// <summary>Makes the proof (RFC 9162 §2.1.4.1). It is empty if the sizes are equal or the earlier tree is empty.</summary>
    /// <param name="oldSize">The number of leaves of the earlier tree.</param>
    /// <param name="newSize">The number of leaves of the later tree.</param>
    /// <param name="nodes">At least the nodes that <see cref="NodesNeeded"/> names.</param>
    /// <exception cref="ArgumentOutOfRangeException">The earlier tree is the larger, or a size is negative.</exception>
    /// <exception cref="KeyNotFoundException">A node is missing; the message says which.</exception>
    public static IReadOnlyList<TreeHash> Build(
        long oldSize,
        long newSize,
        IReadOnlyDictionary<TreePosition, TreeHash> nodes
    ) => [.. Ranges(oldSize, newSize).Select(range => range.Hash(nodes))];

    /// <summary>Checks a proof (RFC 9162 §2.1.4.2). Never throws: what is malformed does not verify.</summary>
    /// <remarks>The RFC leaves out the empty earlier tree; here its root has to be that of the empty tree, and the proof empty.</remarks>
    public static bool Verify(
        long oldSize,
        long newSize,
        TreeHash oldRoot,
        TreeHash newRoot,
        IReadOnlyList<TreeHash> proof
    )
    {
        if (oldSize < 0 || oldSize > newSize)
        {
            return false;
        }

        if (oldSize == newSize || oldSize == 0)
        {
            var oldRootIsRight =
                oldSize == newSize ? oldRoot == newRoot : oldRoot == MerkleTree.EmptyRoot;
            return oldRootIsRight
                && proof.Count == 0
                && (newSize != 0 || newRoot == MerkleTree.EmptyRoot);
        }

        if (proof.Count == 0)
        {
            return false;
        }

        // A complete earlier tree is a node of the later one, so its root is not repeated in the proof.
        return BitOperations.IsPow2(oldSize)
            ? LeadsToBothRoots(oldSize, newSize, oldRoot, newRoot, oldRoot, proof)
            : LeadsToBothRoots(oldSize, newSize, oldRoot, newRoot, proof[0], proof.Skip(1));
    }

    private static bool LeadsToBothRoots(
        long oldSize,
        long newSize,
        TreeHash oldRoot,
        TreeHash newRoot,
        TreeHash start,
        IEnumerable<TreeHash> path
    )
    {
        // The start is the largest complete subtree at the right edge of the earlier tree.
        var height = BitOperations.TrailingZeroCount(oldSize);
        var node = (oldSize - 1) >> height;
        var lastNode = (newSize - 1) >> height;
        var oldHash = start;
        var newHash = start;
        foreach (var hash in path)
        {
            if (lastNode == 0)
            {
                return false;
            }

            if (long.IsOddInteger(node) || node == lastNode)
            {
                oldHash = MerkleTree.NodeHash(hash, oldHash);
                newHash = MerkleTree.NodeHash(hash, newHash);
                while (node != 0 && long.IsEvenInteger(node))
                {
                    node >>= 1;
                    lastNode >>= 1;
                }
            }
            else
            {
                newHash = MerkleTree.NodeHash(newHash, hash);
            }

            node >>= 1;
            lastNode >>= 1;
        }

        return lastNode == 0 && oldHash == oldRoot && newHash == newRoot;
    }

    private static List<LeafRange> Ranges(long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        var ranges = new List<LeafRange>();
        if (oldSize == 0)
        {
            return ranges;
        }

        var subtree = new LeafRange(0, newSize);
        while (subtree.End != oldSize)
        {
            var left = subtree with { End = subtree.Split };
            var right = subtree with { Start = subtree.Split };
            var endsInLeft = oldSize <= subtree.Split;
            ranges.Add(endsInLeft ? right : left);
            subtree = endsInLeft ? left : right;
        }

        // If the walk never went right, what is left is the earlier tree itself, whose root the verifier has.
        if (subtree.Start != 0)
        {
            ranges.Add(subtree);
        }

        ranges.Reverse();
        return ranges;
    }
}

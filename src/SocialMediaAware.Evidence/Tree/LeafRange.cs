using System.Numerics;
using System.Runtime.InteropServices;

namespace SocialMediaAware.Evidence;

/// <summary>The leaves from <paramref name="Start"/> up to, not including, <paramref name="End"/>: one hash of a proof.</summary>
/// <remarks>Proofs only ask for ranges that begin where a subtree large enough for them begins.</remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LeafRange(long Start, long End)
{
    /// <summary>Where RFC 6962 §2.1 parts these leaves: the left part is the largest power of two below their number.</summary>
    public long Split => Start + (1L << BitOperations.Log2((ulong)(End - Start - 1)));

    /// <summary>The stored nodes whose hashes make up the hash of this range, from the left.</summary>
    public IEnumerable<TreePosition> CompleteSubtrees()
    {
        var start = Start;
        while (start < End)
        {
            var largestThatStartsHere = start == 0 ? 62 : BitOperations.TrailingZeroCount(start);
            var largestThatFits = BitOperations.Log2((ulong)(End - start));
            var level = Math.Min(largestThatStartsHere, largestThatFits);
            yield return new TreePosition(level, start >> level);
            start += 1L << level;
        }
    }

    /// <summary>The Merkle tree hash of this range, from stored nodes.</summary>
    public TreeHash Hash(IReadOnlyDictionary<TreePosition, TreeHash> nodes) =>
        MerkleTree.Join([.. CompleteSubtrees().Select(position => Find(nodes, position))]);

    private static TreeHash Find(
        IReadOnlyDictionary<TreePosition, TreeHash> nodes,
        TreePosition position
    ) =>
        nodes.TryGetValue(position, out var hash)
            ? hash
            : throw new KeyNotFoundException(
                $"The proof needs the node at level {position.Level}, index {position.Index}."
            );
}

using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

/// <summary>A tree kept as the portal keeps it: leaf hashes, complete interior nodes, and the compact range.</summary>
internal sealed class StoredTree
{
    private readonly Dictionary<TreePosition, TreeHash> _nodes = [];

    public StoredTree(IEnumerable<byte[]> leaves)
    {
        foreach (var leaf in leaves)
        {
            Append(leaf);
        }
    }

    public CompactRange Range { get; } = new();

    public IReadOnlyDictionary<TreePosition, TreeHash> Nodes => _nodes;

    public void Append(byte[] leaf)
    {
        var hash = MerkleTree.LeafHash(leaf);
        _nodes.Add(new TreePosition(0, Range.Size), hash);
        foreach (var node in Range.Append(hash))
        {
            _nodes.Add(node.Position, node.Hash);
        }
    }

    public IReadOnlyList<TreeHash> Inclusion(long index, long size) =>
        InclusionProof.Build(index, size, Only(InclusionProof.NodesNeeded(index, size)));

    public IReadOnlyList<TreeHash> Consistency(long oldSize, long newSize) =>
        ConsistencyProof.Build(
            oldSize,
            newSize,
            Only(ConsistencyProof.NodesNeeded(oldSize, newSize))
        );

    /// <summary>Just the nodes asked for, as a query for them would give.</summary>
    private Dictionary<TreePosition, TreeHash> Only(IReadOnlyList<TreePosition> positions) =>
        positions.ToDictionary(position => position, position => _nodes[position]);
}

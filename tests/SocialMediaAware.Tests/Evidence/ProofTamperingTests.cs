using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public class ProofTamperingTests
{
    private const int LargestTree = 33;

    private static readonly byte[][] Leaves =
    [
        .. Enumerable.Range(0, LargestTree).Select(i => new[] { (byte)i }),
    ];
    private static readonly StoredTree Tree = new(Leaves);
    private static readonly TreeHash Stranger = TreeHash.Sha256Of([42]);

    [Fact]
    public void Inclusion_WhenAnyPartIsOtherThanItWas_DoesNotVerify()
    {
        for (var size = 1; size <= LargestTree; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var (i, n, leaf, root) = (
                    index,
                    size,
                    MerkleTree.LeafHash(Leaves[index]),
                    RootOf(size)
                );
                var proof = Tree.Inclusion(index, size);
                Assert.True(InclusionProof.Verify(i, n, leaf, proof, root));
                Assert.False(InclusionProof.Verify(i, n, Stranger, proof, root));
                Assert.False(InclusionProof.Verify(i, n, leaf, proof, Stranger));
                Assert.All(
                    Altered(proof),
                    altered => Assert.False(InclusionProof.Verify(i, n, leaf, altered, root))
                );
                var otherIndexes = Enumerable.Range(-2, LargestTree + 4).Where(other => other != i);
                Assert.All(
                    otherIndexes,
                    other => Assert.False(InclusionProof.Verify(other, n, leaf, proof, root))
                );
            }
        }
    }

    [Fact]
    public void Consistency_WhenAnyPartIsOtherThanItWas_DoesNotVerify()
    {
        for (var newSize = 1; newSize <= LargestTree; newSize++)
        {
            for (var oldSize = 1; oldSize <= newSize; oldSize++)
            {
                var (m, n, oldRoot, newRoot) = (oldSize, newSize, RootOf(oldSize), RootOf(newSize));
                var proof = Tree.Consistency(oldSize, newSize);
                Assert.True(ConsistencyProof.Verify(m, n, oldRoot, newRoot, proof));
                Assert.False(ConsistencyProof.Verify(m, n, Stranger, newRoot, proof));
                Assert.False(ConsistencyProof.Verify(m, n, oldRoot, Stranger, proof));
                Assert.All(
                    Altered(proof),
                    altered =>
                        Assert.False(ConsistencyProof.Verify(m, n, oldRoot, newRoot, altered))
                );
                var otherOldSizes = Enumerable
                    .Range(-1, LargestTree + 3)
                    .Where(other => other != m);
                Assert.All(
                    otherOldSizes,
                    other =>
                        Assert.False(ConsistencyProof.Verify(other, n, oldRoot, newRoot, proof))
                );
            }
        }
    }

    [Fact]
    public void Inclusion_WhenTheIndexIsOutsideTheTree_DoesNotVerifyAndIsNotBuilt()
    {
        var leaf = MerkleTree.LeafHash(Leaves[0]);
        Assert.False(InclusionProof.Verify(0, 0, leaf, [], leaf));
        Assert.False(InclusionProof.Verify(1, 1, leaf, [], leaf));
        Assert.False(InclusionProof.Verify(-1, 1, leaf, [], leaf));
        Assert.False(InclusionProof.Verify(0, -1, leaf, [], leaf));
        Assert.False(InclusionProof.Verify(long.MaxValue, long.MaxValue, leaf, [leaf], leaf));
        Assert.False(InclusionProof.Verify(long.MaxValue - 1, long.MaxValue, leaf, [leaf], leaf));
        Assert.Throws<ArgumentOutOfRangeException>(() => InclusionProof.NodesNeeded(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => InclusionProof.NodesNeeded(5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => InclusionProof.NodesNeeded(-1, 5));
        Assert.Throws<KeyNotFoundException>(() =>
            InclusionProof.Build(0, 2, new Dictionary<TreePosition, TreeHash>())
        );
    }

    [Fact]
    public void Proofs_WhenASurplusHashWasMadeToFitTheRoot_DoNotVerify()
    {
        var leaf = MerkleTree.LeafHash(Leaves[0]);
        var forged = MerkleTree.NodeHash(Stranger, leaf);
        Assert.False(InclusionProof.Verify(0, 1, leaf, [Stranger], forged));
        Assert.False(
            InclusionProof.Verify(0, 1, leaf, [Stranger], MerkleTree.NodeHash(leaf, Stranger))
        );
        var (two, three) = (RootOf(2), RootOf(3));
        var (above, below) = (
            MerkleTree.NodeHash(Stranger, two),
            MerkleTree.NodeHash(Stranger, three)
        );
        var proof = Tree.Consistency(2, 3);
        Assert.True(ConsistencyProof.Verify(2, 3, two, three, proof));
        Assert.False(ConsistencyProof.Verify(2, 3, above, below, [.. proof, Stranger]));
        Assert.False(ConsistencyProof.Verify(2, 3, two, below, [.. proof, Stranger]));
    }

    [Fact]
    public void Consistency_WhenATreeIsEmptyOrTheSame_NeedsAnEmptyProofAndTheRightRoot()
    {
        var (empty, three) = (MerkleTree.EmptyRoot, RootOf(3));
        Assert.True(ConsistencyProof.Verify(0, 0, empty, empty, []));
        Assert.True(ConsistencyProof.Verify(0, 3, empty, three, []));
        Assert.True(ConsistencyProof.Verify(3, 3, three, three, []));
        Assert.False(ConsistencyProof.Verify(0, 0, three, three, []));
        Assert.False(ConsistencyProof.Verify(0, 3, three, three, []));
        Assert.False(ConsistencyProof.Verify(3, 3, three, Stranger, []));
        Assert.False(ConsistencyProof.Verify(0, 3, empty, three, [three]));
        Assert.False(ConsistencyProof.Verify(3, 3, three, three, [three]));
        Assert.False(ConsistencyProof.Verify(3, 2, three, RootOf(2), []));
        Assert.False(ConsistencyProof.Verify(2, 3, RootOf(2), three, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConsistencyProof.NodesNeeded(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConsistencyProof.NodesNeeded(-1, 2));
        Assert.Empty(ConsistencyProof.NodesNeeded(0, 2));
    }

    /// <summary>Every hash altered, left out or doubled; one more before or after; turned round.</summary>
    private static IEnumerable<IReadOnlyList<TreeHash>> Altered(IReadOnlyList<TreeHash> proof)
    {
        yield return [Stranger, .. proof];
        yield return [.. proof, Stranger];
        for (var i = 0; i < proof.Count; i++)
        {
            var bytes = proof[i].ToArray();
            bytes[i] ^= 1;
            yield return [.. proof.Take(i), TreeHash.FromBytes(bytes), .. proof.Skip(i + 1)];
            yield return [.. proof.Take(i), .. proof.Skip(i + 1)];
            yield return [.. proof.Take(i), proof[i], .. proof.Skip(i)];
        }

        if (proof.Count > 1)
        {
            yield return [.. proof.Reverse()];
        }
    }

    private static TreeHash RootOf(int size) =>
        TreeHash.FromBytes(NaiveTree.Root(Leaves.AsSpan(0, size)));
}

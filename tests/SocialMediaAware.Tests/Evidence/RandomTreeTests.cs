using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public class RandomTreeTests
{
    private const int Trees = 10_000;

    [Fact]
    public void Tree_WhenTenThousandAreDrawn_AgreesWithTheRecursiveDefinition()
    {
        for (var seed = 0; seed < Trees; seed++)
        {
            var random = new Random(seed);
            var size = random.Next(100) == 0 ? random.Next(1, 601) : random.Next(1, 41);
            var leaves = new byte[size][];
            for (var i = 0; i < size; i++)
            {
                leaves[i] = new byte[random.Next(20)];
                random.NextBytes(leaves[i]);
            }

            var tree = new StoredTree(leaves);
            var root = NaiveTree.Root(leaves);
            AssertSame(seed, [root], [tree.Range.Root()]);
            CheckInclusion(seed, tree, leaves, random.Next(size), TreeHash.FromBytes(root));
            CheckConsistency(
                seed,
                tree,
                leaves,
                random.Next(1, size + 1),
                TreeHash.FromBytes(root)
            );
        }
    }

    private static void CheckInclusion(
        int seed,
        StoredTree tree,
        byte[][] leaves,
        int index,
        TreeHash root
    )
    {
        var proof = tree.Inclusion(index, leaves.Length);
        AssertSame(seed, NaiveTree.Path(index, leaves), proof);
        var leafHash = TreeHash.FromBytes(NaiveTree.Leaf(leaves[index]));
        Assert.True(
            InclusionProof.Verify(index, leaves.Length, leafHash, proof, root),
            $"seed {seed}"
        );
    }

    private static void CheckConsistency(
        int seed,
        StoredTree tree,
        byte[][] leaves,
        int oldSize,
        TreeHash root
    )
    {
        var proof = tree.Consistency(oldSize, leaves.Length);
        AssertSame(seed, NaiveTree.Proof(oldSize, leaves), proof);
        var oldRoot = TreeHash.FromBytes(NaiveTree.Root(leaves.AsSpan(0, oldSize)));
        Assert.True(
            ConsistencyProof.Verify(oldSize, leaves.Length, oldRoot, root, proof),
            $"seed {seed}"
        );
    }

    private static void AssertSame(
        int seed,
        IEnumerable<byte[]> expected,
        IEnumerable<TreeHash> actual
    ) =>
        Assert.True(
            expected
                .Select(Convert.ToHexStringLower)
                .SequenceEqual(actual.Select(hash => hash.ToHex())),
            $"seed {seed}"
        );
}

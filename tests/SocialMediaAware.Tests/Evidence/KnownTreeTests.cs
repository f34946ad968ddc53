using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public class KnownTreeTests
{
    [Fact]
    public void Root_WhenTheLeavesAreThePublishedOnes_IsThePublishedRoot()
    {
        var range = new CompactRange();
        Assert.Equal(PublishedVectors.Roots[0], range.Root());
        foreach (var (leaf, root) in PublishedVectors.Leaves.Zip(PublishedVectors.Roots.Skip(1)))
        {
            range.Append(MerkleTree.LeafHash(leaf));
            Assert.Equal(root, range.Root());
        }

        Assert.Equal(8, range.Size);
    }

    [Theory]
    [MemberData(nameof(PublishedVectors.InclusionProofs), MemberType = typeof(PublishedVectors))]
    public void Inclusion_WhenTheLeavesAreThePublishedOnes_IsThePublishedProof(
        int index,
        int size,
        string[] expected
    )
    {
        var tree = new StoredTree(PublishedVectors.Leaves);
        var proof = tree.Inclusion(index, size);
        Assert.Equal(expected, proof.Select(hash => hash.ToHex()));
        var leafHash = MerkleTree.LeafHash(PublishedVectors.Leaves[index]);
        Assert.True(
            InclusionProof.Verify(index, size, leafHash, proof, PublishedVectors.Roots[size])
        );
    }

    [Theory]
    [MemberData(nameof(PublishedVectors.ConsistencyProofs), MemberType = typeof(PublishedVectors))]
    public void Consistency_WhenTheLeavesAreThePublishedOnes_IsThePublishedProof(
        int oldSize,
        int newSize,
        string[] expected
    )
    {
        var proof = new StoredTree(PublishedVectors.Leaves).Consistency(oldSize, newSize);
        Assert.Equal(expected, proof.Select(hash => hash.ToHex()));
        var (oldRoot, newRoot) = (PublishedVectors.Roots[oldSize], PublishedVectors.Roots[newSize]);
        Assert.True(ConsistencyProof.Verify(oldSize, newSize, oldRoot, newRoot, proof));
    }
}

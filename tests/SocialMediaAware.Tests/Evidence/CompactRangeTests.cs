using System.Numerics;
using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public class CompactRangeTests
{
    [Fact]
    public void Range_WhenWrittenAndReadAtEveryStep_GoesOnAsIfNothingHappened()
    {
        var kept = new CompactRange();
        var uninterrupted = new CompactRange();
        for (var i = 0; i < 300; i++)
        {
            var leaf = MerkleTree.LeafHash(BitConverter.GetBytes(i));
            kept = CompactRange.FromBytes(kept.Size, kept.ToBytes());
            Assert.Equal(uninterrupted.Append(leaf), kept.Append(leaf));
            Assert.Equal(uninterrupted.Root(), kept.Root());
            Assert.Equal(32 * BitOperations.PopCount((uint)kept.Size), kept.ToBytes().Length);
        }
    }

    [Fact]
    public void Append_WhenASubtreeIsCompleted_ReturnsItAndNoOther()
    {
        var range = new CompactRange();
        var completed = Enumerable
            .Range(0, 8)
            .Select(i =>
                range
                    .Append(MerkleTree.LeafHash([(byte)i]))
                    .Select(node => (node.Level, node.Index))
                    .ToArray()
            )
            .ToArray();
        Assert.Equal(
            [
                [],
                [(1, 0L)],
                [],
                [(1, 1), (2, 0)],
                [],
                [(1, 2)],
                [],
                [(1, 3), (2, 1), (3, 0)],
            ],
            completed
        );
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(-1, 2048)]
    [InlineData(0, 32)]
    [InlineData(1, 0)]
    [InlineData(3, 32)]
    [InlineData(3, 63)]
    [InlineData(3, 65)]
    [InlineData(4, 64)]
    public void FromBytes_WhenTheBytesDoNotFitTheSize_IsRefused(long size, int length) =>
        Assert.Throws<EvidenceFormatException>(() =>
            CompactRange.FromBytes(size, new byte[length])
        );

    [Fact]
    public void NodesNeeded_WhenTheTreeHasAMillionLeaves_AreFew()
    {
        var random = new Random(1);
        for (var i = 0; i < 1000; i++)
        {
            var size = random.Next(1_000_000, 1_100_000);
            var index = random.Next(size);
            Assert.InRange(InclusionProof.NodesNeeded(index, size).Count, 1, 40);
            Assert.InRange(ConsistencyProof.NodesNeeded(index + 1, size).Count, 0, 40);
        }
    }
}

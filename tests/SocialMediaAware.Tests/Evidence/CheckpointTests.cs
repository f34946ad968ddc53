using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public class CheckpointTests
{
    private const string Root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    [Theory]
    [InlineData("a.example/ledger\n0\n" + Root + "\n")]
    [InlineData("a.example/ledger\n9223372036854775807\n" + Root + "\n")]
    [InlineData("an origin with spaces\n12\n" + Root + "\nan extension\nanother\n")]
    public void Checkpoint_WhenReadAndWritten_IsTheSameText(string text) =>
        Assert.Equal(text, Checkpoint.Parse(text).ToText());

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("a\n1\n")]
    [InlineData("a\n1\n" + Root)]
    [InlineData("\n1\n" + Root + "\n")]
    [InlineData("a\n\n" + Root + "\n")]
    [InlineData("a\n01\n" + Root + "\n")]
    [InlineData("a\n-1\n" + Root + "\n")]
    [InlineData("a\n+1\n" + Root + "\n")]
    [InlineData("a\n 1\n" + Root + "\n")]
    [InlineData("a\n1 \n" + Root + "\n")]
    [InlineData("a\n1.0\n" + Root + "\n")]
    [InlineData("a\n0x1\n" + Root + "\n")]
    [InlineData("a\n١\n" + Root + "\n")]
    [InlineData("a\n9223372036854775808\n" + Root + "\n")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n")]
    [InlineData("a\n1\nAAAA\n")]
    [InlineData("a\n1\n" + Root + "\n\n")]
    [InlineData("a\n1\n" + Root + "\n\nb\n")]
    [InlineData("a\r\n1\r\n" + Root + "\r\n")]
    public void Parse_WhenItIsNotACheckpoint_IsRefused(string text) =>
        Assert.Throws<EvidenceFormatException>(() => Checkpoint.Parse(text));

    [Fact]
    public void Checkpoint_WhenAValueCannotBeWritten_IsRefused()
    {
        var root = MerkleTree.EmptyRoot;
        Assert.Throws<EvidenceFormatException>(() => new Checkpoint("", 0, root));
        Assert.Throws<EvidenceFormatException>(() => new Checkpoint("a\nb", 0, root));
        Assert.Throws<EvidenceFormatException>(() => new Checkpoint("a", -1, root));
        Assert.Throws<EvidenceFormatException>(() => new Checkpoint("a", 0, root, [""]));
        Assert.Throws<EvidenceFormatException>(() => new Checkpoint("a\t", 0, root));
    }
}

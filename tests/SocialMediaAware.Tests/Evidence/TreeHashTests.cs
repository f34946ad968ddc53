using System.Security.Cryptography;
using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public class TreeHashTests
{
    [Fact]
    public void Hash_WhenWrittenAndReadInEveryForm_StaysTheSame()
    {
        var bytes = SHA256.HashData([1, 2, 3]);
        var hash = TreeHash.Sha256Of([1, 2, 3]);
        Assert.Equal(bytes, hash.ToArray());
        Assert.Equal(hash, TreeHash.FromBytes(bytes));
        Assert.Equal(hash, TreeHash.FromHex(hash.ToHex()));
        Assert.Equal(hash, TreeHash.FromBase64(hash.ToBase64()));
        Assert.Equal(Convert.ToHexStringLower(bytes), $"{hash}");
    }

    [Fact]
    public void Hashes_WhenAnyBitDiffers_AreNotEqual()
    {
        var hash = TreeHash.Sha256Of([]);
        for (var bit = 0; bit < 256; bit++)
        {
            var bytes = hash.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(hash, TreeHash.FromBytes(bytes));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void FromBytes_WhenTheLengthIsWrong_IsRefused(int length) =>
        Assert.Throws<EvidenceFormatException>(() => TreeHash.FromBytes(new byte[length]));

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void FromHex_WhenTheTextIsNotCanonical_IsRefused(string text) =>
        Assert.Throws<EvidenceFormatException>(() => TreeHash.FromHex(text));

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=")] // spare bits that are not zero
    [InlineData("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU")] // no padding
    [InlineData(" 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=")] // the alphabet for addresses
    public void FromBase64_WhenTheTextIsNotCanonical_IsRefused(string text) =>
        Assert.Throws<EvidenceFormatException>(() => TreeHash.FromBase64(text));
}

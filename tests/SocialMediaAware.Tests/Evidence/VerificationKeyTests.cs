using System.Security.Cryptography;
using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public class VerificationKeyTests
{
    [Fact]
    public void Key_WhenWrittenAndRead_IsTheSameLine()
    {
        Assert.Equal(
            PublishedVectors.RekorKey,
            VerificationKey.Parse(PublishedVectors.RekorKey).ToText()
        );
        Assert.Equal(
            PublishedVectors.RekorKey,
            $"{VerificationKey.Parse(PublishedVectors.RekorKey + "\n")}"
        );
        Assert.Equal(0xc0d23d6au, VerificationKey.Parse(PublishedVectors.RekorKey).KeyId);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var text = VerificationKey.Of("a.example", key).ToText();
        Assert.Equal(text, VerificationKey.Parse(text).ToText());
    }

    [Fact]
    public void Parse_WhenAnyCharacterIsAltered_IsRefusedUnlessItIsOfTheName()
    {
        var text = PublishedVectors.RekorKey;
        for (var i = text.IndexOf('+', StringComparison.Ordinal); i < text.Length; i++)
        {
            var altered = text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..];
            Assert.Throws<EvidenceFormatException>(() => VerificationKey.Parse(altered));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("++")]
    [InlineData("name+00000000+")]
    [InlineData("name+00000000+Ag==")]
    [InlineData("name+00000000+AQAA")]
    [InlineData("name+00000000+AgAA")]
    [InlineData("-----BEGIN PUBLIC KEY-----\n")]
    public void Parse_WhenItIsNotAKey_IsRefused(string text) =>
        Assert.Throws<EvidenceFormatException>(() => VerificationKey.Parse(text));

    [Fact]
    public void Parse_WhenTheLineIsChangedAround_IsRefused()
    {
        var text = PublishedVectors.RekorKey;
        Assert.Throws<EvidenceFormatException>(() => VerificationKey.Parse(text + "\n\n"));
        Assert.Throws<EvidenceFormatException>(() => VerificationKey.Parse(text + " "));
        Assert.Throws<EvidenceFormatException>(() => VerificationKey.Parse("a b" + text));
        Assert.Throws<EvidenceFormatException>(() =>
            VerificationKey.Parse(text.Replace("c0d2", "C0D2", StringComparison.Ordinal))
        );
        Assert.Throws<EvidenceFormatException>(() =>
            VerificationKey.Parse(text[text.IndexOf('+', StringComparison.Ordinal)..])
        );
    }

    [Fact]
    public void Of_WhenTheKeyIsOnAnotherCurve_IsRefused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<EvidenceFormatException>(() => VerificationKey.Of("a.example", key));
        var spki = key.ExportSubjectPublicKeyInfo();
        var id = Convert.ToHexStringLower(SHA256.HashData(spki))[..8];
        Assert.Throws<EvidenceFormatException>(() =>
            VerificationKey.Parse($"a.example+{id}+{Convert.ToBase64String([2, .. spki])}")
        );
    }

    [Fact]
    public void Parse_WhenTheKeyIsRsaOrHasBytesAfterIt_IsRefused()
    {
        using var rsa = RSA.Create(2048);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[][] others =
        [
            rsa.ExportSubjectPublicKeyInfo(),
            [.. ec.ExportSubjectPublicKeyInfo(), 0],
        ];
        foreach (var spki in others)
        {
            var id = Convert.ToHexStringLower(SHA256.HashData(spki))[..8];
            var text = $"a.example+{id}+{Convert.ToBase64String([2, .. spki])}";
            Assert.Throws<EvidenceFormatException>(() => VerificationKey.Parse(text));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\nb")]
    [InlineData("a\u2003b")]
    public void Of_WhenTheNameIsNotAllowedInANote_IsRefused(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Throws<EvidenceFormatException>(() => VerificationKey.Of(name, key));
    }
}

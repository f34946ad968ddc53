using System.Security.Cryptography;
using System.Text;
using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public sealed class SignedNoteTests : IDisposable
{
    private readonly SampleLedger _ledger = new();

    public void Dispose() => _ledger.Dispose();

    [Theory]
    [InlineData(PublishedVectors.RekorCheckpoint, 90244708, 0)]
    [InlineData(PublishedVectors.RekorCheckpointWithExtension, 55510966, 1)]
    public void Note_WhenAPublicLogSignedIt_IsVerifiedByItsPublishedKey(
        string text,
        long size,
        int extensions
    )
    {
        var key = VerificationKey.Parse(PublishedVectors.RekorKey);
        var note = SignedNote.Parse(text);
        Assert.True(note.IsSignedBy(key));
        Assert.Equal(text, note.ToText());
        var checkpoint = Checkpoint.Parse(note.Text);
        Assert.Equal((size, extensions), (checkpoint.Size, checkpoint.Extensions.Count));
        Assert.Equal(note.Text, checkpoint.ToText());
    }

    [Fact]
    public void Note_WhenAnyCharacterOfItIsAltered_IsNotVerified()
    {
        var key = VerificationKey.Parse(PublishedVectors.RekorKey);
        var bytes = Encoding.UTF8.GetBytes(PublishedVectors.RekorCheckpoint);
        for (var i = 0; i < bytes.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var altered = bytes.ToArray();
                altered[i] ^= (byte)(1 << bit);
                Assert.False(IsVerified(altered, key), $"byte {i}, bit {bit}");
            }
        }
    }

    [Fact]
    public void Signature_WhenCheckedByTheBaseLibraryAlone_IsDerOverTheText()
    {
        var note = _ledger.Signer.Sign("first line\n\nthird line\n");
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_ledger.Key.ToSubjectPublicKeyInfo(), out _);
        var signature = Assert.Single(SignedNote.Parse(note.ToText()).Signatures);
        Assert.True(
            key.VerifyData(
                "first line\n\nthird line\n"u8,
                signature.Signature.Span,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            )
        );
        var digest = SHA256.HashData(key.ExportSubjectPublicKeyInfo());
        Assert.Equal(Convert.ToHexString(digest)[..8], signature.KeyId.ToString("X8"));
        Assert.Equal("first line\n\nthird line\n", SignedNote.Parse(note.ToText()).Text);
    }

    [Fact]
    public void Note_WhenOthersSignedToo_IsVerifiedByTheKnownKeyAlone()
    {
        using var witness = new SampleLedger();
        var note = _ledger.Signer.Sign("text\n");
        var witnessed = note.ToText() + LastLine(witness.Signer.Sign("text\n"));
        Assert.True(SignedNote.Parse(witnessed).IsSignedBy(_ledger.Key));
        Assert.True(SignedNote.Parse(witnessed).IsSignedBy(witness.Key));
        using var stranger = new SampleLedger();
        Assert.False(SignedNote.Parse(witnessed).IsSignedBy(stranger.Key));
    }

    [Fact]
    public void Note_WhenASecondSignatureClaimsTheSameKeyFalsely_IsNotVerified()
    {
        var spoiled =
            _ledger.Signer.Sign("text\n").ToText() + LastLine(_ledger.Signer.Sign("other text\n"));
        Assert.False(SignedNote.Parse(spoiled).IsSignedBy(_ledger.Key));
    }

    [Fact]
    public void Note_WhenTheKeyHasAnotherName_IsNotVerified()
    {
        var key = VerificationKey.Parse(
            "other.example" + _ledger.Key.ToText()[SampleLedger.Origin.Length..]
        );
        Assert.False(_ledger.Signer.Sign("text\n").IsSignedBy(key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n— name AAAAAAE=\n")]
    [InlineData("text\n\n— name AAAAAAE=")]
    [InlineData("text\n\n— name AAAAAAE=\n\n")]
    [InlineData("text\n\n- name AAAAAAE=\n")]
    [InlineData("text\n\n—  name AAAAAAE=\n")]
    [InlineData("text\n\n— name  AAAAAAE=\n")]
    [InlineData("text\n\n— name AAAAAAE= \n")]
    [InlineData("text\n\n— na+me AAAAAAE=\n")]
    [InlineData("text\n\n— na\u00a0me AAAAAAE=\n")]
    [InlineData("text\n\n— name AAAAAA==\n")]
    [InlineData("text\n\n— name AAAAAAF=\n")]
    [InlineData("text\n\n— name AAAAAAE=\r\n")]
    [InlineData("te\txt\n\n— name AAAAAAE=\n")]
    [InlineData("text\n\n— name AAAAAAE=\nmore\n")]
    public void Parse_WhenItIsNotASignedNote_IsRefused(string note) =>
        Assert.Throws<EvidenceFormatException>(() => SignedNote.Parse(note));

    [Fact]
    public void Parse_WhenItIsASignedNoteOfAnUnknownKey_IsReadAndNotVerified() =>
        Assert.False(SignedNote.Parse("text\n\n— name AAAAAAE=\n").IsSignedBy(_ledger.Key));

    [Fact]
    public void Parse_WhenItIsTooLongOrHasTooManySignatures_IsRefused()
    {
        var line = "— name AAAAAAE=\n";
        SignedNote.Parse("text\n\n" + string.Concat(Enumerable.Repeat(line, 100)));
        var tooMany = "text\n\n" + string.Concat(Enumerable.Repeat(line, 101));
        Assert.Throws<EvidenceFormatException>(() => SignedNote.Parse(tooMany));
        var tooLong = new string('x', SignedNote.MaximumLength) + "\n\n" + line;
        Assert.Throws<EvidenceFormatException>(() => SignedNote.Parse(tooLong));
        Assert.Throws<EvidenceFormatException>(() =>
            SignedNote.Parse(Encoding.UTF8.GetBytes(tooLong))
        );
        Assert.Throws<EvidenceFormatException>(() =>
            SignedNote.Parse([0xff, .. "\n\n"u8, .. Encoding.UTF8.GetBytes(line)])
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("no newline")]
    [InlineData("a\rb\n")]
    public void Sign_WhenTheTextMayNotBeANote_IsRefused(string text) =>
        Assert.Throws<EvidenceFormatException>(() => _ledger.Signer.Sign(text));

    [Fact]
    public void Sign_WhenTheTextIsNotWellFormed_IsRefused() =>
        // Not among the cases above: an attribute cannot hold half of a surrogate pair.
        Assert.Throws<EvidenceFormatException>(() => _ledger.Signer.Sign("\ud800\n"));

    [Fact]
    public void Sign_WhenTheCheckpointIsOfAnotherLedger_IsRefused() =>
        Assert.Throws<EvidenceFormatException>(() =>
            _ledger.Signer.Sign(new Checkpoint("other.example", 0, MerkleTree.EmptyRoot))
        );

    private static string LastLine(SignedNote note) => note.ToText().Split('\n')[^2] + "\n";

    private static bool IsVerified(byte[] note, VerificationKey key)
    {
        try
        {
            return SignedNote.Parse(note).IsSignedBy(key);
        }
        catch (EvidenceFormatException)
        {
            return false;
        }
    }
}

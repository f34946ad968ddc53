using System.Text;
using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public sealed class ReceiptTests : IDisposable
{
    private readonly SampleLedger _ledger = new(size: 13);

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public void Receipt_WhenWrittenAndRead_IsVerifiedAndTheSameBytes()
    {
        for (var index = 0; index < 13; index++)
        {
            var utf8 = _ledger.Receipt(index).ToUtf8();
            var receipt = Receipt.Read(utf8);
            Assert.Equal(utf8, receipt.ToUtf8());
            var verdict = receipt.Check(_ledger.Key);
            Assert.True(verdict.IsVerified);
            Assert.Equal(13, verdict.Checkpoint?.Size);
        }
    }

    [Fact]
    public void Receipt_WhenReadFromAndWrittenToAStream_IsTheSame()
    {
        using var stream = new MemoryStream();
        _ledger.Receipt(3).Write(stream);
        stream.Position = 0;
        Assert.Equal(stream.ToArray(), Receipt.Read(stream).ToUtf8());
    }

    [Fact]
    public void Receipt_WhenWritten_IsReadableByPeopleToo()
    {
        var text = Encoding.UTF8.GetString(_ledger.Receipt(0).ToUtf8());
        Assert.StartsWith(
            "{\n  \"format\": \"social-media-aware/receipt/1\",\n  \"attestation\": {\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\"typedName\": \"Hēmi Ngāta 0\"", text, StringComparison.Ordinal);
        Assert.Contains(
            "\"signedAt\": \"2026-09-30T01:22:03.123456Z\"",
            text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("\n}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WhenEverythingHolds_NamesEveryCheck()
    {
        var checks = _ledger.Receipt(4).Check(_ledger.Key).Checks;
        Assert.Equal(
            [
                "leaf",
                "statement",
                "person",
                "modules",
                "instant",
                "authentication",
                "quiz",
                "checkpoint",
                "signature",
                "inclusion",
            ],
            checks.Select(check => check.Name)
        );
        Assert.All(checks, check => Assert.EndsWith(".", check.Sentence, StringComparison.Ordinal));
    }

    public static TheoryData<string, Func<ReceiptAttestation, ReceiptAttestation>> Untruths =>
        new()
        {
            { "statement", it => it with { Statement = it.Statement + " " } },
            { "statement", it => it with { Statement = "\ud800" } },
            { "person", it => it with { TypedName = "Hēmi Ngata 5" } },
            { "person", it => it with { TypedName = "\ud800" } },
            { "person", it => it with { PersonId = Guid.Empty } },
            { "person", it => it with { Salt = new byte[32] } },
            { "person", it => it with { Salt = new byte[31] } },
            { "modules", it => it with { Modules = [.. it.Modules.Reverse()] } },
            { "modules", it => it with { Modules = [it.Modules[0]] } },
            { "modules", it => it with { Modules = [] } },
            {
                "modules",
                it => it with { Modules = [it.Modules[0] with { Major = 3 }, it.Modules[1]] }
            },
            {
                "modules",
                it => it with { Modules = [it.Modules[0] with { Minor = 2 }, it.Modules[1]] }
            },
            {
                "modules",
                it => it with { Modules = [it.Modules[0], it.Modules[1] with { Slug = "gift" }] }
            },
            {
                "modules",
                it =>
                    it with
                    {
                        Modules = [it.Modules[0], it.Modules[1] with { ContentHash = default }],
                    }
            },
            {
                "instant",
                it =>
                    it with
                    {
                        SignedAt = UtcInstant.FromMicroseconds(
                            it.SignedAt.MicrosecondsSinceEpoch + 1
                        ),
                    }
            },
            { "authentication", it => it with { AuthenticationMethod = "password" } },
            { "quiz", it => it with { QuizEvidenceHash = default } },
        };

    [Theory]
    [MemberData(nameof(Untruths))]
    public void Check_WhenTheAttestationWasAltered_FailsThatCheckAlone(
        string name,
        Func<ReceiptAttestation, ReceiptAttestation> alter
    )
    {
        var receipt = _ledger.Receipt(5);
        var verdict = (receipt with { Attestation = alter(receipt.Attestation) }).Check(
            _ledger.Key
        );
        Assert.False(verdict.IsVerified);
        Assert.Equal([name], Failed(verdict));
    }

    [Fact]
    public void Check_WhenALeafIsForgedToFitAnAlteredAttestation_FailsInclusion()
    {
        var receipt = _ledger.Receipt(5);
        var forged = receipt.Attestation with { TypedName = "Somebody Else" };
        var verdict = (
            receipt with
            {
                Attestation = forged,
                Leaf = forged.ToLeaf().Encode(),
            }
        ).Check(_ledger.Key);
        Assert.Equal(["inclusion"], Failed(verdict));
    }

    [Fact]
    public void Check_WhenTheProofOrItsPlaceIsAltered_FailsInclusion()
    {
        var receipt = _ledger.Receipt(5);
        Receipt[] altered =
        [
            receipt with
            {
                Index = 4,
            },
            receipt with
            {
                Index = -1,
            },
            receipt with
            {
                Index = long.MaxValue,
            },
            receipt with
            {
                InclusionProof = [],
            },
            receipt with
            {
                InclusionProof = [.. receipt.InclusionProof.Reverse()],
            },
            receipt with
            {
                InclusionProof = [.. receipt.InclusionProof, default],
            },
        ];
        Assert.All(altered, it => Assert.Equal(["inclusion"], Failed(it.Check(_ledger.Key))));
        Assert.Equal(["checkpoint"], Failed((receipt with { Size = 14 }).Check(_ledger.Key)));
    }

    [Fact]
    public void Check_WhenTheCheckpointIsNotTheLedgers_FailsTheSignature()
    {
        var receipt = _ledger.Receipt(5);
        using var stranger = new SampleLedger();
        Assert.Equal(["signature"], Failed(receipt.Check(stranger.Key)));
        var note = SignedNote.Parse(receipt.Checkpoint);
        var resigned = receipt with { Checkpoint = stranger.Signer.Sign(note.Text).ToText() };
        Assert.Equal(["signature"], Failed(resigned.Check(_ledger.Key)));
        var older = new SampleLedger(size: 6);
        var other = receipt with { Checkpoint = older.SignedCheckpoint().ToText() };
        Assert.Equal(["checkpoint", "signature", "inclusion"], Failed(other.Check(_ledger.Key)));
        older.Dispose();
    }

    [Fact]
    public void Check_WhenTheSignedNoteIsNotACheckpointOfThisLedger_Fails()
    {
        var receipt = _ledger.Receipt(5);
        var note = _ledger.Signer.Sign("a note that is not a checkpoint\n").ToText();
        Assert.Equal(
            ["checkpoint", "inclusion"],
            Failed((receipt with { Checkpoint = note }).Check(_ledger.Key))
        );
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(receipt.Checkpoint).Text);
        var elsewhere = new Checkpoint("other.example", checkpoint.Size, checkpoint.Root).ToText();
        var signed = receipt with { Checkpoint = _ledger.Signer.Sign(elsewhere).ToText() };
        Assert.Equal(["checkpoint"], Failed(signed.Check(_ledger.Key)));
    }

    [Fact]
    public void Check_WhenTheLeafCannotBeRead_FailsWhateverDependsOnIt()
    {
        var verdict = (_ledger.Receipt(5) with { Leaf = new byte[] { 1, 2 } }).Check(_ledger.Key);
        string[] passed =
        [
            .. verdict.Checks.Where(check => check.Passed).Select(check => check.Name),
        ];
        Assert.Equal(["checkpoint", "signature"], passed);
    }

    private static IEnumerable<string> Failed(ReceiptVerdict verdict) =>
        verdict.Checks.Where(check => !check.Passed).Select(check => check.Name);
}

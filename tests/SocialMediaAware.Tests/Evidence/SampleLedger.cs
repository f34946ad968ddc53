using System.Security.Cryptography;
using System.Text;
using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

/// <summary>A ledger with a key, attestations and receipts, as the portal would make them.</summary>
internal sealed class SampleLedger : IDisposable
{
    public const string Origin = "attest.agency.example/ledger";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly List<ReceiptAttestation> _attestations = [];
    private readonly StoredTree _tree = new([]);

    public SampleLedger(int size = 0)
    {
        Signer = new NoteSigner(Origin, _key);
        for (var i = 0; i < size; i++)
        {
            Sign(Attestation($"Hēmi Ngāta {i}"));
        }
    }

    public NoteSigner Signer { get; }

    public VerificationKey Key => Signer.VerificationKey;

    public List<byte[]> Leaves { get; } = [];

    public static ReceiptAttestation Attestation(string typedName = "Hēmi Ngāta") =>
        new()
        {
            PersonName = "Hēmi Ngāta-Smith",
            TypedName = typedName,
            PersonId = Guid.Parse("0198f3a2-7b1c-7def-8123-456789abcdef"),
            Salt = PersonCommitment.NewSalt(),
            AgencyName = "Te Tari Tauira <Sample Agency>",
            Modules =
            [
                new("social-media", "Social media", 2, 1, TreeHash.Sha256Of("m1"u8)),
                new("gifts", "Gifts & hospitality", 1, 0, TreeHash.Sha256Of("m2"u8)),
            ],
            Statement = "I have read and understood Ngā kawa 2.1\nand agree to abide by them.",
            SignedAt = UtcInstant.Parse("2026-09-30T01:22:03.123456Z"),
            AuthenticationMethod = "passkey",
            QuizEvidenceHash = QuizEvidence.Hash([]),
        };

    public void Sign(ReceiptAttestation attestation)
    {
        var leaf = attestation.ToLeaf().Encode();
        _attestations.Add(attestation);
        Leaves.Add(leaf);
        _tree.Append(leaf);
    }

    public SignedNote SignedCheckpoint() =>
        Signer.Sign(new Checkpoint(Origin, _tree.Range.Size, _tree.Range.Root()));

    public Receipt Receipt(int index) =>
        new()
        {
            Attestation = _attestations[index],
            Leaf = Leaves[index],
            Index = index,
            Size = _tree.Range.Size,
            InclusionProof = _tree.Inclusion(index, _tree.Range.Size),
            Checkpoint = SignedCheckpoint().ToText(),
        };

    public async Task<byte[]> ExportAsync(SignedNote? checkpoint = null)
    {
        using var stream = new MemoryStream();
        await LedgerExport.WriteAsync(
            stream,
            Origin,
            Leaves.ToAsyncEnumerable(),
            checkpoint ?? SignedCheckpoint()
        );
        return stream.ToArray();
    }

    public async Task<string[]> ExportLinesAsync() =>
        Encoding.UTF8.GetString(await ExportAsync()).TrimEnd('\n').Split('\n');

    public void Dispose() => _key.Dispose();
}

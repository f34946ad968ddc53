namespace SocialMediaAware.Evidence;

/// <summary>The checks of one receipt against one key. Nothing from the receipt gets out of here as an exception.</summary>
internal sealed class ReceiptChecks(Receipt receipt, VerificationKey key)
{
    private const string NotCompared =
        "This could not be compared, because the ledger's leaf cannot be read.";

    private readonly ReceiptAttestation _attestation = receipt.Attestation;

    public ReceiptVerdict Run()
    {
        var checks = new List<EvidenceCheck>();
        var leaf = ReadOrFail(checks, "leaf", () => AttestationLeaf.Decode(receipt.Leaf.Span));
        if (leaf is not null)
        {
            checks.Add(new EvidenceCheck("leaf", Passed: true, "The ledger's leaf can be read."));
        }

        checks.Add(
            Compare(
                "statement",
                leaf,
                StatementAgrees,
                "The statement is the one that was signed.",
                "The statement is not the one that was signed."
            )
        );
        checks.Add(
            Compare(
                "person",
                leaf,
                PersonAgrees,
                "The leaf was made for this person id and typed name.",
                "The leaf was not made for this person id and typed name."
            )
        );
        checks.Add(
            Compare(
                "modules",
                leaf,
                ModulesAgree,
                "The modules and versions are those that were signed.",
                "The modules and versions are not those that were signed."
            )
        );
        checks.Add(
            Compare(
                "instant",
                leaf,
                it => it.SignedAt == _attestation.SignedAt,
                "The time is that of the signature.",
                "The time is not that of the signature."
            )
        );
        checks.Add(
            Compare(
                "authentication",
                leaf,
                it => it.AuthenticationMethod == _attestation.AuthenticationMethod,
                "The authentication method is the recorded one.",
                "The authentication method is not the recorded one."
            )
        );
        checks.Add(
            Compare(
                "quiz",
                leaf,
                it => it.QuizEvidenceHash == _attestation.QuizEvidenceHash,
                "The quiz evidence is the recorded one.",
                "The quiz evidence is not the recorded one."
            )
        );
        var checkpoint = AddCheckpointChecks(checks);
        checks.Add(Inclusion(checkpoint));
        return new ReceiptVerdict(checks, checkpoint);
    }

    private static EvidenceCheck Compare(
        string name,
        AttestationLeaf? leaf,
        Func<AttestationLeaf, bool> agrees,
        string holds,
        string otherwise
    ) =>
        leaf is null
            ? new EvidenceCheck(name, Passed: false, NotCompared)
            : EvidenceCheck.Of(name, agrees(leaf), holds, otherwise);

    private static T? ReadOrFail<T>(List<EvidenceCheck> checks, string name, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (EvidenceFormatException exception)
        {
            checks.Add(new EvidenceCheck(name, Passed: false, exception.Message));
            return null;
        }
    }

    private bool StatementAgrees(AttestationLeaf leaf) =>
        IsHashOf(leaf.StatementHash, () => StatementHash.Of(_attestation.Statement));

    private bool PersonAgrees(AttestationLeaf leaf) =>
        IsHashOf(
            leaf.PersonCommitment,
            () =>
                PersonCommitment.Of(
                    _attestation.Salt.Span,
                    _attestation.PersonId,
                    _attestation.TypedName
                )
        );

    private bool ModulesAgree(AttestationLeaf leaf) =>
        leaf.Modules.SequenceEqual(
            _attestation.Modules.Select(module => new LeafModule(
                module.Slug,
                module.Major,
                module.Minor,
                module.ContentHash
            ))
        );

    private static bool IsHashOf(TreeHash expected, Func<TreeHash> hash)
    {
        try
        {
            return hash() == expected;
        }
        catch (EvidenceFormatException)
        {
            return false;
        }
    }

    private Checkpoint? AddCheckpointChecks(List<EvidenceCheck> checks)
    {
        var note = ReadOrFail(checks, "checkpoint", () => SignedNote.Parse(receipt.Checkpoint));
        var checkpoint = note is null
            ? null
            : ReadOrFail(checks, "checkpoint", () => Checkpoint.Parse(note.Text));
        if (checkpoint is not null)
        {
            checks.Add(
                EvidenceCheck.Of(
                    "checkpoint",
                    checkpoint.Origin == key.Name && checkpoint.Size == receipt.Size,
                    $"The checkpoint is of the ledger {key.Name} with {checkpoint.Size} entries.",
                    $"The checkpoint is not of the ledger {key.Name} with {receipt.Size} entries."
                )
            );
        }

        checks.Add(
            EvidenceCheck.Of(
                "signature",
                note is not null && note.IsSignedBy(key),
                "The checkpoint is signed by the given key.",
                "The checkpoint is not signed by the given key."
            )
        );
        return checkpoint;
    }

    private EvidenceCheck Inclusion(Checkpoint? checkpoint)
    {
        var leafHash = MerkleTree.LeafHash(receipt.Leaf.Span);
        var isIncluded =
            checkpoint is not null
            && InclusionProof.Verify(
                receipt.Index,
                checkpoint.Size,
                leafHash,
                receipt.InclusionProof,
                checkpoint.Root
            );
        return EvidenceCheck.Of(
            "inclusion",
            isIncluded,
            $"The proof leads from the leaf at number {receipt.Index} to the checkpoint's root.",
            "The proof does not lead from the leaf to the checkpoint's root."
        );
    }
}

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

        checks.AddRange(WhatWasSigned(leaf));
        checks.AddRange(HowItWasSigned(leaf));
        var checkpoint = AddCheckpointChecks(checks);
        checks.Add(Inclusion(checkpoint));
        return new ReceiptVerdict(checks, checkpoint);
    }

    private IEnumerable<EvidenceCheck> WhatWasSigned(AttestationLeaf? leaf)
    {
        yield return Compare(
            "statement",
            leaf,
            StatementAgrees,
            "The statement is",
            "the one signed."
        );
        yield return Compare(
            "person",
            leaf,
            PersonAgrees,
            "The ledger's leaf was",
            "made for this person id and typed name."
        );
        yield return Compare(
            "modules",
            leaf,
            ModulesAgree,
            "The modules and their versions are",
            "those that were signed."
        );
    }

    private IEnumerable<EvidenceCheck> HowItWasSigned(AttestationLeaf? leaf)
    {
        yield return Compare(
            "instant",
            leaf,
            it => it.SignedAt == _attestation.SignedAt,
            "The time is",
            "that of the signature."
        );
        yield return Compare(
            "authentication",
            leaf,
            it => it.AuthenticationMethod == _attestation.AuthenticationMethod,
            "The authentication method is",
            "the one recorded."
        );
        yield return Compare(
            "quiz",
            leaf,
            it => it.QuizEvidenceHash == _attestation.QuizEvidenceHash,
            "The quiz evidence is",
            "the one recorded."
        );
    }

    private static EvidenceCheck Compare(
        string name,
        AttestationLeaf? leaf,
        Func<AttestationLeaf, bool> agrees,
        string start,
        string end
    ) =>
        leaf is null
            ? new EvidenceCheck(name, Passed: false, NotCompared)
            : EvidenceCheck.Of(name, agrees(leaf), $"{start} {end}", $"{start} not {end}");

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

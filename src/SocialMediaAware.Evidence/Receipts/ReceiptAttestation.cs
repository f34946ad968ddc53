namespace SocialMediaAware.Evidence;

/// <summary>What was signed, by whom and when, in the clear: what the leaf only commits to.</summary>
public sealed record ReceiptAttestation
{
    /// <summary>The person's current name, for people; the ledger does not vouch for it.</summary>
    public required string PersonName { get; init; }

    /// <summary>The name as the person typed it under the statement.</summary>
    public required string TypedName { get; init; }

    /// <summary>The portal's id of the person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The salt of the person commitment, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> Salt { get; init; }

    /// <summary>The agency's name, for people; the ledger does not vouch for it.</summary>
    public required string AgencyName { get; init; }

    /// <summary>The modules, in the order of the leaf.</summary>
    public required IReadOnlyList<ReceiptModule> Modules { get; init; }

    /// <summary>The exact words that were signed.</summary>
    public required string Statement { get; init; }

    /// <summary>When it was signed.</summary>
    public required UtcInstant SignedAt { get; init; }

    /// <summary>How the portal knew the person.</summary>
    public required string AuthenticationMethod { get; init; }

    /// <summary>See <see cref="QuizEvidence"/>.</summary>
    public required TreeHash QuizEvidenceHash { get; init; }

    /// <summary>The leaf that the ledger keeps for this attestation.</summary>
    /// <exception cref="EvidenceFormatException">A value cannot be held by a leaf; the message says which.</exception>
    public AttestationLeaf ToLeaf() =>
        new(
            PersonCommitment.Of(Salt.Span, PersonId, TypedName),
            [
                .. Modules.Select(module => new LeafModule(
                    module.Slug,
                    module.Major,
                    module.Minor,
                    module.ContentHash
                )),
            ],
            StatementHash.Of(Statement),
            QuizEvidenceHash,
            SignedAt,
            AuthenticationMethod
        );
}

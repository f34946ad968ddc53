namespace SocialMediaAware.Evidence;

/// <summary>What came of checking an export.</summary>
/// <param name="Checks">All checks in their fixed order, whether they passed or not.</param>
/// <param name="Checkpoint">The export's own checkpoint, to be compared with a published one.</param>
/// <param name="Size">How many leaves were read.</param>
/// <param name="Attestations">How many of them are attestations that this version reads.</param>
public sealed record LedgerExportVerdict(
    IReadOnlyList<EvidenceCheck> Checks,
    Checkpoint Checkpoint,
    long Size,
    long Attestations
)
{
    /// <summary>What a verified export proves and what not, to be said wherever a verdict is shown.</summary>
    public const string WhatItProves =
        "A verified export proves that these are all entries of the ledger up to its checkpoint, in their order, and that "
        + "none up to a checkpoint held by somebody other than the portal was altered, removed or put between since "
        + "then. It does not prove that the people who signed meant it.";

    /// <summary>Whether every check passed.</summary>
    public bool IsVerified => Checks.All(check => check.Passed);
}

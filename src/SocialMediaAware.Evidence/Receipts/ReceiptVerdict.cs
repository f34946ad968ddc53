namespace SocialMediaAware.Evidence;

/// <summary>What came of checking a receipt.</summary>
/// <param name="Checks">All checks in their fixed order, whether they passed or not.</param>
/// <param name="Checkpoint">The receipt's checkpoint, to be compared with a published one; null if it cannot be read.</param>
public sealed record ReceiptVerdict(IReadOnlyList<EvidenceCheck> Checks, Checkpoint? Checkpoint)
{
    /// <summary>What a verified receipt proves and what not, to be said wherever a verdict is shown.</summary>
    public const string WhatItProves =
        "A verified receipt proves that this record was not altered since its checkpoint, as far as somebody other than "
        + "the portal holds that checkpoint or a later one. It does not prove that the person meant it, nor that the "
        + "portal recorded the right person. The person's current name, the agency's name and the modules' titles are "
        + "printed for convenience and are not covered.";

    /// <summary>Whether every check passed.</summary>
    public bool IsVerified => Checks.All(check => check.Passed);
}

namespace SocialMediaAware.Evidence;

/// <summary>What an entry of the ledger says; the second byte of every leaf.</summary>
public enum LedgerEntryKind : byte
{
    /// <summary>No kind: never written.</summary>
    None = 0,

    /// <summary>A person signed a statement: <see cref="AttestationLeaf"/>.</summary>
    Attestation = 1,

    /// <summary>A correction of an earlier entry. The number is kept for it; its form is not decided yet.</summary>
    Correction = 2,

    /// <summary>An annulment of an earlier entry. The number is kept for it; its form is not decided yet.</summary>
    Annulment = 3,
}

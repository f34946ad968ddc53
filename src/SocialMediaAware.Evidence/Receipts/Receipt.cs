namespace SocialMediaAware.Evidence;

/// <summary>
/// A person's copy of an attestation: one JSON file that can be checked for ever without the portal. It holds the
/// attestation in the clear, the ledger's leaf, the proof that the leaf is in the tree, and the signed checkpoint.
/// </summary>
public sealed record Receipt
{
    /// <summary>The value of the property <c>format</c>.</summary>
    public const string Format = "social-media-aware/receipt/1";

    /// <summary>The greatest length of a receipt, in bytes: 1 MiB.</summary>
    public const int MaximumLength = 1024 * 1024;

    /// <summary>What was signed, by whom and when.</summary>
    public required ReceiptAttestation Attestation { get; init; }

    /// <summary>The leaf's bytes as the ledger keeps them.</summary>
    public required ReadOnlyMemory<byte> Leaf { get; init; }

    /// <summary>The entry's number in the ledger, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The number of entries of the tree that the checkpoint is of.</summary>
    public required long Size { get; init; }

    /// <summary>The hashes of the inclusion proof (RFC 9162 §2.1.3), the leaf's sibling first.</summary>
    public required IReadOnlyList<TreeHash> InclusionProof { get; init; }

    /// <summary>The signed checkpoint: a whole C2SP signed note.</summary>
    public required string Checkpoint { get; init; }

    /// <summary>Reads a receipt. That it can be read does not mean that it is true: see <see cref="Check"/>.</summary>
    /// <exception cref="EvidenceFormatException">It is not a receipt, or is larger than <see cref="MaximumLength"/>.</exception>
    public static Receipt Read(ReadOnlyMemory<byte> utf8) =>
        utf8.Length <= MaximumLength
            ? ReceiptJson.Read(utf8)
            : throw new EvidenceFormatException("The receipt is larger than 1 MiB.");

    /// <summary>Reads a receipt from the rest of a stream, at most one byte more than a receipt can have.</summary>
    /// <exception cref="EvidenceFormatException">It is not a receipt, or is larger than <see cref="MaximumLength"/>.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Receipt Read(Stream stream)
    {
        var buffer = new byte[MaximumLength + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return Read(buffer.AsMemory(0, length));
    }

    /// <summary>The file: UTF-8 without a byte order mark, indented, the same bytes for the same receipt.</summary>
    /// <exception cref="EvidenceFormatException">A text is not well-formed Unicode, or the file would be too large to be read again.</exception>
    public byte[] ToUtf8()
    {
        var utf8 = ReceiptJson.Write(this);
        return utf8.Length <= MaximumLength
            ? utf8
            : throw new EvidenceFormatException("The receipt would be larger than 1 MiB.");
    }

    /// <summary>Writes the file to a stream.</summary>
    /// <exception cref="EvidenceFormatException">See <see cref="ToUtf8"/>.</exception>
    public void Write(Stream stream) => stream.Write(ToUtf8());

    /// <summary>Checks everything that the receipt claims. Never throws for what a receipt says.</summary>
    /// <param name="key">The ledger's key, from somebody who is trusted: not from the receipt's bearer.</param>
    public ReceiptVerdict Check(VerificationKey key) => new ReceiptChecks(this, key).Run();
}

namespace SocialMediaAware.Evidence;

/// <summary>The hash of the exact words that a person signed.</summary>
public static class StatementHash
{
    /// <summary>SHA-256 of the statement in UTF-8 and Normalization Form C; nothing is trimmed, line ends count.</summary>
    /// <exception cref="EvidenceFormatException">The statement is not well-formed Unicode.</exception>
    public static TreeHash Of(string statement) =>
        TreeHash.Sha256Of(StrictUtf8.EncodeNormalized(statement, "The statement"));
}

namespace SocialMediaAware.Evidence;

/// <summary>
/// What the ledger keeps of a signature for ever: commitments and hashes, no personal data, so that a lawful erasure
/// outside the ledger leaves the tree valid. It has one encoding: decoding and encoding again gives the same bytes.
/// </summary>
/// <remarks>
/// Version 1, numbers big-endian, a length being four bytes: version (1 byte), kind (1 byte), person commitment (32),
/// number of modules (4) and for each its slug (length, ASCII), major (4), minor (4) and content hash (32), statement
/// hash (32), quiz evidence hash (32), microseconds since the Unix epoch (8), authentication method (length, ASCII).
/// </remarks>
public sealed class AttestationLeaf
{
    /// <summary>The version of the encoding; the first byte of the leaf.</summary>
    public const byte FormatVersion = 1;

    /// <summary>The most modules that one signature covers.</summary>
    public const int MaximumModules = 100;

    /// <summary>The greatest length of a module's slug, in characters.</summary>
    public const int MaximumSlugLength = 100;

    /// <summary>The greatest length of the name of an authentication method, in characters.</summary>
    public const int MaximumMethodLength = 32;

    /// <summary>The greatest length of an encoded leaf, in bytes; more than the limits above add up to.</summary>
    public const int MaximumLength = 16 * 1024;

    /// <summary>A leaf from its values.</summary>
    /// <param name="personCommitment">See <see cref="PersonCommitment"/>.</param>
    /// <param name="modules">What is signed, in the order of the signing page; each slug once.</param>
    /// <param name="statementHash">See <see cref="StatementHash"/>.</param>
    /// <param name="quizEvidenceHash">See <see cref="QuizEvidence"/>.</param>
    /// <param name="signedAt">When the person signed.</param>
    /// <param name="authenticationMethod">How the portal knew the person, for example "password", "passkey", "demonstration", "assisted".</param>
    /// <exception cref="EvidenceFormatException">A value cannot be held by a leaf; the message says which.</exception>
    public AttestationLeaf(
        TreeHash personCommitment,
        IReadOnlyList<LeafModule> modules,
        TreeHash statementHash,
        TreeHash quizEvidenceHash,
        UtcInstant signedAt,
        string authenticationMethod
    )
    {
        PersonCommitment = personCommitment;
        Modules = [.. modules];
        StatementHash = statementHash;
        QuizEvidenceHash = quizEvidenceHash;
        SignedAt = signedAt;
        AuthenticationMethod = authenticationMethod;
        RequireModules(Modules);
        RequireAscii(authenticationMethod, MaximumMethodLength, "The authentication method");
    }

    /// <summary>The commitment to the person and the typed name; opened with the salt that the receipt holds.</summary>
    public TreeHash PersonCommitment { get; }

    /// <summary>The module versions that the signature covers.</summary>
    public IReadOnlyList<LeafModule> Modules { get; }

    /// <summary>The hash of the exact words that were signed.</summary>
    public TreeHash StatementHash { get; }

    /// <summary>The hash of the passed attempts.</summary>
    public TreeHash QuizEvidenceHash { get; }

    /// <summary>When the person signed.</summary>
    public UtcInstant SignedAt { get; }

    /// <summary>How the portal knew the person.</summary>
    public string AuthenticationMethod { get; }

    /// <summary>The kind that a leaf of any version or kind claims to have, without reading further.</summary>
    /// <returns>The kind's number as it stands, which may be one that this enumeration does not name; none for less than two bytes.</returns>
    public static LedgerEntryKind KindOf(ReadOnlySpan<byte> leaf) =>
        leaf.Length < 2 ? LedgerEntryKind.None : (LedgerEntryKind)leaf[1];

    /// <summary>Reads a leaf.</summary>
    /// <exception cref="EvidenceFormatException">
    /// It is of another version or kind, ends too early or too late, or holds a value that a leaf cannot hold.
    /// </exception>
    public static AttestationLeaf Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaximumLength)
        {
            throw new EvidenceFormatException($"The leaf is longer than {MaximumLength} bytes.");
        }

        var reader = new CanonicalReader(bytes);
        var version = reader.Byte();
        var kind = reader.Byte();
        if (version != FormatVersion || kind != (byte)LedgerEntryKind.Attestation)
        {
            throw new EvidenceFormatException(
                $"The leaf is of version {version} and kind {kind}, not an attestation of version 1."
            );
        }

        var leaf = new AttestationLeaf(
            personCommitment: reader.Hash(),
            modules: DecodeModules(ref reader),
            statementHash: reader.Hash(),
            quizEvidenceHash: reader.Hash(),
            signedAt: reader.Instant(),
            authenticationMethod: reader.PrefixedText("The authentication method")
        );
        reader.RequireEnd();
        return leaf;
    }

    /// <summary>The leaf's bytes, which the ledger keeps and <see cref="MerkleTree.LeafHash"/> hashes.</summary>
    public byte[] Encode()
    {
        var writer = new CanonicalWriter()
            .Byte(FormatVersion)
            .Byte((byte)LedgerEntryKind.Attestation);
        writer.Hash(PersonCommitment).Number(Modules.Count);
        foreach (var module in Modules)
        {
            writer
                .Prefixed(module.Slug, "A module's slug")
                .Number(module.Major)
                .Number(module.Minor);
            writer.Hash(module.ContentHash);
        }

        writer.Hash(StatementHash).Hash(QuizEvidenceHash).Instant(SignedAt);
        return writer.Prefixed(AuthenticationMethod, "The authentication method").ToArray();
    }

    private static List<LeafModule> DecodeModules(ref CanonicalReader reader)
    {
        var count = reader.Number("The number of modules");
        var modules = new List<LeafModule>();
        for (var i = 0; i < count; i++)
        {
            var slug = reader.PrefixedText("A module's slug");
            var major = reader.Number("A major version");
            modules.Add(
                new LeafModule(slug, major, reader.Number("A minor version"), reader.Hash())
            );
        }

        return modules;
    }

    private static void RequireModules(IReadOnlyList<LeafModule> modules)
    {
        if (modules.Count is 0 or > MaximumModules)
        {
            throw new EvidenceFormatException(
                $"A signature covers 1 to {MaximumModules} modules, not {modules.Count}."
            );
        }

        foreach (var module in modules)
        {
            RequireAscii(module.Slug, MaximumSlugLength, "A module's slug");
        }

        if (modules.Any(module => module.Major < 0 || module.Minor < 0))
        {
            throw new EvidenceFormatException("A module's version is negative.");
        }

        if (modules.DistinctBy(module => module.Slug).Count() != modules.Count)
        {
            throw new EvidenceFormatException("A module is named twice.");
        }
    }

    private static void RequireAscii(string text, int maximumLength, string what)
    {
        if (
            text.Length == 0
            || text.Length > maximumLength
            || text.Any(character => character is <= ' ' or > '~')
        )
        {
            throw new EvidenceFormatException(
                $"{what} is not 1 to {maximumLength} printable ASCII characters without spaces."
            );
        }
    }
}

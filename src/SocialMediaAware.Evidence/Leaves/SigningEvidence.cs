namespace SocialMediaAware.Evidence;

/// <summary>Something other than a passed attempt that a signature rests on.</summary>
/// <param name="Kind">What it is, such as <c>outside-learning</c> or <c>paper</c>: printable ASCII.</param>
/// <param name="Subject">What it is about: a module with its version, the number of a form, the id of a session.</param>
/// <param name="Hash">The SHA-256 of what stands behind it: a record, or the bytes of a scan.</param>
public sealed record SigningGround(string Kind, string Subject, TreeHash Hash);

/// <summary>The hash of all that a signature rests on: passed attempts, and what stood in their place.</summary>
public static class SigningEvidence
{
    private const string Domain = "social-media-aware/signing-evidence/1";

    /// <summary>
    /// Without other grounds it is <see cref="QuizEvidence.Hash" />. With them: SHA-256 of a fixed domain, the hash of the attempts,
    /// the number of grounds, and for each its kind, subject and hash, each text behind its length in four bytes. The grounds are
    /// put in the order of their encoded bytes, so that it does not matter in which order they were read.
    /// </summary>
    /// <exception cref="EvidenceFormatException">A text is not well-formed Unicode.</exception>
    public static TreeHash Hash(
        IEnumerable<PassedAttempt> attempts,
        IReadOnlyCollection<SigningGround> grounds
    )
    {
        var passed = QuizEvidence.Hash(attempts);
        if (grounds.Count == 0)
        {
            return passed;
        }

        var encoded = grounds.Select(Encode).ToList();
        encoded.Sort((left, right) => left.AsSpan().SequenceCompareTo(right));
        var writer = new CanonicalWriter().Prefixed(Domain, "The domain").Hash(passed);
        writer.Number(encoded.Count);
        foreach (var ground in encoded)
        {
            writer.Prefixed(ground);
        }

        return TreeHash.Sha256Of(writer.ToArray());
    }

    private static byte[] Encode(SigningGround ground) =>
        new CanonicalWriter()
            .Prefixed(ground.Kind, "The kind of a ground")
            .Prefixed(ground.Subject, "The subject of a ground")
            .Hash(ground.Hash)
            .ToArray();
}

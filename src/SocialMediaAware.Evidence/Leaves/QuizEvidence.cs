namespace SocialMediaAware.Evidence;

/// <summary>A scenario as it was put to the person.</summary>
/// <param name="Slug">The scenario's slug.</param>
/// <param name="ContentHash">The SHA-256 of the exact bytes of the scenario.</param>
public sealed record DrawnScenario(string Slug, TreeHash ContentHash);

/// <summary>An attempt that was passed. What was answered is the person's own and is not part of it.</summary>
/// <param name="ModuleSlug">The module whose quiz it was.</param>
/// <param name="Major">The module's major version.</param>
/// <param name="Minor">The module's minor version.</param>
/// <param name="Scenarios">What was drawn, in the order in which it was put.</param>
/// <param name="PassedAt">When the attempt was passed.</param>
public sealed record PassedAttempt(
    string ModuleSlug,
    int Major,
    int Minor,
    IReadOnlyList<DrawnScenario> Scenarios,
    UtcInstant PassedAt
);

/// <summary>The hash of all attempts that a signature rests on.</summary>
public static class QuizEvidence
{
    private const string Domain = "social-media-aware/quiz-evidence/1";

    /// <summary>
    /// SHA-256 of a fixed domain, the number of attempts and the encoded attempts, each text and attempt behind its
    /// length in four bytes. The attempts are put in the order of their encoded bytes, so that it does not matter in
    /// which order they were read; the order of an attempt's scenarios does matter. No attempt at all has a hash too.
    /// </summary>
    /// <exception cref="EvidenceFormatException">A slug is not well-formed Unicode.</exception>
    public static TreeHash Hash(IEnumerable<PassedAttempt> attempts)
    {
        var encoded = attempts.Select(CanonicalForm).ToList();
        encoded.Sort((left, right) => left.AsSpan().SequenceCompareTo(right));
        var writer = new CanonicalWriter().Prefixed(Domain, "The domain").Number(encoded.Count);
        foreach (var attempt in encoded)
        {
            writer.Prefixed(attempt);
        }

        return TreeHash.Sha256Of(writer.ToArray());
    }

    /// <summary>One attempt as it goes into the hash, so that it can be kept and hashed again later.</summary>
    /// <exception cref="EvidenceFormatException">A slug is not well-formed Unicode.</exception>
    public static byte[] CanonicalForm(PassedAttempt attempt)
    {
        var writer = new CanonicalWriter().Prefixed(attempt.ModuleSlug, "A module's slug");
        writer.Number(attempt.Major).Number(attempt.Minor).Number(attempt.Scenarios.Count);
        foreach (var scenario in attempt.Scenarios)
        {
            writer.Prefixed(scenario.Slug, "A scenario's slug").Hash(scenario.ContentHash);
        }

        return writer.Instant(attempt.PassedAt).ToArray();
    }

    /// <summary>Reads what <see cref="CanonicalForm" /> wrote.</summary>
    /// <exception cref="EvidenceFormatException">The bytes are not the canonical form of an attempt.</exception>
    public static PassedAttempt ReadCanonicalForm(ReadOnlySpan<byte> bytes)
    {
        var reader = new CanonicalReader(bytes);
        var module = reader.PrefixedText("A module's slug");
        var major = reader.Number("A major version");
        var minor = reader.Number("A minor version");
        var count = reader.Number("The number of scenarios");
        var scenarios = new List<DrawnScenario>();
        for (var read = 0; read < count; read++)
        {
            scenarios.Add(new(reader.PrefixedText("A scenario's slug"), reader.Hash()));
        }

        var passedAt = reader.Instant();
        reader.RequireEnd();
        return new PassedAttempt(module, major, minor, scenarios, passedAt);
    }
}

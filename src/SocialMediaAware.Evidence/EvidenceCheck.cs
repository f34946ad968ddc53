namespace SocialMediaAware.Evidence;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">A short name that stays the same, for machines.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Sentence">What was found, for people. It may quote what came from outside.</param>
public sealed record EvidenceCheck(string Name, bool Passed, string Sentence)
{
    internal static EvidenceCheck Of(string name, bool passed, string holds, string otherwise) =>
        new(name, passed, passed ? holds : otherwise);
}

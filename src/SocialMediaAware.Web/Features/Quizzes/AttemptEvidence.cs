using SocialMediaAware.Evidence;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>What a signature rests on: which texts were put, and that they were passed. Never what was answered.</summary>
internal static class AttemptEvidence
{
    /// <summary>The canonical form of a passed attempt for one module version, with the situations of that module.</summary>
    public static byte[] EvidenceFor(
        this QuizAttempt attempt,
        string moduleSlug,
        int major,
        int minor
    ) =>
        QuizEvidence.CanonicalForm(
            new(
                moduleSlug,
                major,
                minor,
                [
                    .. attempt
                        .Drawn.Where(each => attempt.ModuleOf(each) == moduleSlug)
                        .Select(each => new Evidence.DrawnScenario(
                            each.ScenarioSlug,
                            TreeHash.FromBytes(each.Hash)
                        )),
                ],
                UtcInstant.RoundedDown(attempt.PassedAt!.Value)
            )
        );
}

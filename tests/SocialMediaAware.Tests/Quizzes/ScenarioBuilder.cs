using System.Security.Cryptography;
using System.Text;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Tests.Quizzes;

/// <summary>Makes scenarios and modules that are as small as a rule needs.</summary>
internal static class ScenarioBuilder
{
    public const string ModuleSlug = "small-module";

    /// <summary>A scenario with three options, the first of them right.</summary>
    public static Scenario AScenario(
        string slug,
        string[] obligations,
        bool contested = false,
        string[]? phases = null,
        int[]? right = null
    ) =>
        new()
        {
            Slug = slug,
            Title = slug,
            ModuleSlug = ModuleSlug,
            ObligationIds = obligations,
            Kind = right is { Length: > 1 } ? ScenarioKind.All : ScenarioKind.One,
            Contested = contested,
            Phases = phases ?? [],
            StoryHtml = "<p>Something happens.</p>",
            Options =
            [
                .. Enumerable
                    .Range(0, 3)
                    .Select(index => new ScenarioOption(
                        index,
                        $"Option {index}",
                        $"Option {index}",
                        (right ?? [0]).Contains(index),
                        $"<p>About option {index}.</p>"
                    )),
            ],
            PrincipleHtml = "<p>What to take away.</p>",
            Hash = SHA256.HashData(Encoding.UTF8.GetBytes(slug)),
            SourceBytes = [],
            FilePath = $"{slug}.md",
        };

    public static Module AModule(int draw, string[] required, params Scenario[] scenarios) =>
        new()
        {
            Slug = ModuleSlug,
            Version = new ContentVersion(1, 0),
            Title = "Small module",
            Status = ModuleStatus.Published,
            Audience = new Audience(null, PersonKinds.All, []),
            Minutes = 1,
            SourceIds = [],
            Owner = "Nobody",
            Summary = "Small.",
            Quiz = new QuizRules(draw, required),
            Sections = [],
            Scenarios = scenarios,
            Glossary = [],
            ContentHash = [],
            SourceBytes = [],
            FilePath = "module.md",
        };
}

using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>The words of each kind of person as a form sends them.</summary>
/// <param name="Words">The words by kind.</param>
public sealed record StatementForm(Dictionary<string, string?>? Words)
{
    /// <summary>The form that states words.</summary>
    public static StatementForm Of(IReadOnlyDictionary<PersonKind, string> statements) =>
        new(statements.ToDictionary(entry => entry.Key.ToString(), entry => (string?)entry.Value));

    /// <summary>The field of a kind's words.</summary>
    public static string FieldOf(PersonKind kind) => $"words-{kind}";

    /// <summary>The words of a kind; empty without any.</summary>
    public string WordsOf(PersonKind kind) =>
        Words
            ?.GetValueOrDefault(kind.ToString())
            ?.Trim()
            .Replace("\r\n", "\n", StringComparison.Ordinal)
        ?? "";

    /// <summary>The words of a kind as its people would see them, with modules and versions in their place.</summary>
    public string PreviewOf(PersonKind kind, IReadOnlyList<ModuleOffer> modules) =>
        Statement.Compose(
            WordsOf(kind),
            [
                .. modules
                    .Select(offer => offer.Module)
                    .OfType<Content.Module>()
                    .Select(module =>
                        (
                            new SignedModule(
                                module.Slug,
                                module.Title,
                                module.Version.Major,
                                module.Version.Minor,
                                default
                            ),
                            module.Statement
                        )
                    ),
            ]
        );

    /// <summary>The words of each kind that has any. What is wrong is said in the model state.</summary>
    /// <param name="kinds">The kinds that the audience can contain.</param>
    /// <param name="errors">Takes what is wrong, by field.</param>
    /// <param name="texts">The words for it.</param>
    public IReadOnlyDictionary<PersonKind, string> Read(
        IReadOnlyList<PersonKind> kinds,
        ModelStateDictionary errors,
        IStringLocalizer<DraftingTexts> texts
    )
    {
        var statements = kinds
            .Select(kind => (Kind: kind, Words: WordsOf(kind)))
            .Where(one => one.Words.Length > 0)
            .ToDictionary(one => one.Kind, one => one.Words);
        if (statements.Count == 0)
        {
            errors.AddModelError(FieldOf(kinds[0]), texts["StatementMissing"]);
        }

        foreach (var (kind, words) in statements)
        {
            if (words.Length > ProgrammeStatement.TextLength)
            {
                errors.AddModelError(
                    FieldOf(kind),
                    texts["StatementTooLong", texts[$"Kind-{kind}"], ProgrammeStatement.TextLength]
                );
            }

            if (!words.Contains(ProgrammeStatement.ModulesPlace, StringComparison.Ordinal))
            {
                errors.AddModelError(
                    FieldOf(kind),
                    texts[
                        "StatementWithoutModules",
                        texts[$"Kind-{kind}"],
                        ProgrammeStatement.ModulesPlace
                    ]
                );
            }
        }

        return statements;
    }
}

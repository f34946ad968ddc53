using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>A completion as a form sends it.</summary>
public sealed record CompletionForm(
    string? Course,
    string? Provider,
    string? CompletedOn,
    string? Seen,
    IReadOnlyList<string>? Modules
)
{
    /// <summary>The first day that is believed: nobody learnt a rule on social media before.</summary>
    private static readonly DateOnly Earliest = new(2005, 1, 1);

    /// <summary>What it states; null when something is missing or wrong, which is said in the model state.</summary>
    public CompletionDetails? Read(
        IReadOnlyList<OfferedModule> offered,
        DateOnly today,
        ModelStateDictionary errors,
        IStringLocalizer<OutsideLearningTexts> texts
    )
    {
        var course = LineOf(Course);
        var provider = LineOf(Provider);
        var seen = (Seen ?? "").Trim();
        var day = DayField.Read(CompletedOn);
        var modules = offered.Where(each => Modules?.Contains(each.Value) == true).ToList();
        Check(nameof(Course), course, OutsideCompletion.CourseLength);
        Check(nameof(Provider), provider, OutsideCompletion.ProviderLength);
        if (day is null || day < Earliest)
        {
            errors.AddModelError(nameof(CompletedOn), texts["CompletedOnMissing"]);
        }
        else if (day > today)
        {
            errors.AddModelError(nameof(CompletedOn), texts["CompletedOnLater"]);
        }

        if (modules.Count == 0)
        {
            errors.AddModelError(nameof(Modules), texts["ModulesMissing"]);
        }
        else if (modules.Select(module => module.Slug).Distinct().Count() < modules.Count)
        {
            errors.AddModelError(nameof(Modules), texts["ModulesTwice"]);
        }

        Check(nameof(Seen), seen, OutsideCompletion.WordsLength);
        return errors.IsValid
            ? new CompletionDetails(
                course,
                provider,
                day!.Value,
                seen,
                [.. modules.Select(module => (module.Slug, module.Major))]
            )
            : null;

        void Check(string field, string text, int longest)
        {
            if (text.Length == 0)
            {
                errors.AddModelError(field, texts[$"{field}Missing"]);
            }
            else if (text.Length > longest)
            {
                errors.AddModelError(field, texts["TooLong", longest]);
            }
        }
    }

    // It becomes part of a statement, a line of its own: no line breaks in it, and no control characters.
    internal static string LineOf(string? text) =>
        string.Join(
            ' ',
            new string([.. (text ?? "").Select(c => char.IsControl(c) ? ' ' : c)]).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            )
        );
}

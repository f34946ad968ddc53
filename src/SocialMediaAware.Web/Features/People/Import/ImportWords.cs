using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Says in sentences what imports say: on pages, in the command, and beside files of the drop folder.</summary>
public sealed class ImportWords(IStringLocalizer<ImportTexts> texts)
{
    /// <summary>Why a file is no table of people, and what to do.</summary>
    public string Of(TableRefusedException refused) =>
        texts[$"Refused{refused.Reason}", [.. refused.Details]].Value;

    /// <summary>What is wrong, and what to do, without where.</summary>
    public string Of(ImportProblem problem) =>
        texts[$"Problem{problem.Key}", problem.Value, problem.Detail, problem.Column].Value;

    /// <summary>Where something is wrong.</summary>
    public string Place(ImportProblem problem) =>
        problem.Column.Length == 0
            ? texts["Line", problem.Line].Value
            : texts["LineAndColumn", problem.Line, problem.Column].Value;

    /// <summary>What it is that changes.</summary>
    public string What(PlannedChange change) => texts[$"What-{change.What}"].Value;

    /// <summary>What something is changed from or to.</summary>
    public string Value(string value) =>
        value.Length == 0 ? texts["NothingHeld"].Value
        : DateOnly.TryParseExact(
            value,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? Day(day)
        : value;

    /// <summary>A change in a few words.</summary>
    public string Of(PlannedChange change) =>
        change.From.Length == 0
            ? texts["ChangeTo", What(change), Value(change.To)].Value
            : texts["ChangeFromTo", What(change), Value(change.From), Value(change.To)].Value;

    /// <summary>What speaks for somebody being somebody.</summary>
    public string Of(Lookalike lookalike) =>
        texts[$"Looks{lookalike.Why}", lookalike.Name, lookalike.EmployeeNumber].Value;

    /// <summary>How many people an import does what with.</summary>
    public string Counts(ImportRun run) =>
        texts["Counts", run.New, run.Changed, run.Ended, run.Back, run.Unchanged].Value;

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.InFewWords();
}

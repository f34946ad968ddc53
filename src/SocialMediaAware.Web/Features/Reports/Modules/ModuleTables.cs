using System.Globalization;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>The tables of these reports as they stand in a file: each row says of which agency it is, and when it was known.</summary>
public sealed class ModuleTables(IStringLocalizer<ModuleReportsTexts> texts)
{
    /// <summary>The modules of an agency.</summary>
    public CompletionTable OfModules(ModuleScope scope, IReadOnlyList<ModuleRow> rows) =>
        Table(
            ["Module", "PromisedMinutes", "TimesOfRound", "Finished", .. SecondsOf("Together")],
            ["AnsweredRight", "FirstAnswers", "ShareRight"],
            rows.Select(row =>
                Row(
                    scope,
                    [
                        row.Module.Title,
                        row.Module.Content is { } content ? Number(content.Minutes) : "",
                        row.Times is { } times ? scope.NameOf(times.CycleKey) : "",
                        row.Times is { } finished ? Number(finished.People) : "",
                        .. Seconds(row.Times?.Together),
                        .. Rate(row.Answers?.Right, row.Answers?.People),
                    ]
                )
            )
        );

    /// <summary>The times of a module, round by round.</summary>
    public CompletionTable OfTimes(ModuleScope scope, ModuleReport report) =>
        Table(
            ["Module", "Round", "Finished", .. SecondsOf("Reading")],
            [.. SecondsOf("Practising"), .. SecondsOf("Together")],
            report.Times.Select(times =>
                Row(
                    scope,
                    [
                        report.Module.Title,
                        scope.NameOf(times.CycleKey),
                        Number(times.People),
                        .. Seconds(times.Reading),
                        .. Seconds(times.Practising),
                        .. Seconds(times.Together),
                    ]
                )
            )
        );

    /// <summary>The first answers to the scenarios of a module: a row for each round, text and option.</summary>
    public CompletionTable OfAnswers(ModuleScope scope, ModuleReport report) =>
        Table(
            ["Module", "Round", "Scenario", "TextHash", "Option", "IsRight"],
            ["ChosenBy", "PeopleAnswered", "ShareOfPeople"],
            from row in report.Scenarios
            from round in row.Shown.ByCycle
            where scope.Cycle is null || round.Key == scope.Cycle
            orderby row.Shown.Version.Scenario.Slug, row.Shown.Version.Scenario.HashHex, round.Key
            from option in row.Shown.Version.Scenario.Options
            select Row(
                scope,
                [
                    report.Module.Title,
                    scope.NameOf(round.Key),
                    row.Shown.Version.Scenario.Title,
                    row.Shown.Version.Scenario.HashHex,
                    option.PlainText,
                    IsRight(row.Shown.Version.Scenario, option),
                    .. Rate(round.Value.Chosen[option.Index], round.Value.People),
                ]
            )
        );

    /// <summary>The obligations, the most misunderstood first.</summary>
    public CompletionTable OfObligations(ModuleScope scope, ObligationReport report) =>
        Table(
            ["Round", "ObligationId", "Obligation", "PractisedIn"],
            ["NotRightAtFirst", "FirstAnswers", "ShareNotRight"],
            report.Rows.Select(row =>
                Row(
                    scope,
                    [
                        scope.Cycle is { } cycle ? scope.NameOf(cycle) : texts["AllRounds"].Value,
                        row.Obligation.Id,
                        row.Obligation.Statement,
                        string.Join(
                            ", ",
                            row.Scenarios.Select(one => one.Shown.Version.Scenario.Title)
                        ),
                        .. Rate(row.Figures.NotRight, row.Figures.People),
                    ]
                )
            )
        );

    private CompletionTable Table(
        IReadOnlyList<string> first,
        IReadOnlyList<string> then,
        IEnumerable<IReadOnlyList<string>> rows
    ) =>
        new(
            [
                .. new[] { "KnownAt", "Agency" }
                    .Concat(first)
                    .Concat(then)
                    .Select(key => texts[key].Value),
            ],
            rows.ToAsyncEnumerable()
        );

    private static string[] SecondsOf(string what) =>
        [$"{what}Lower", $"{what}Median", $"{what}Upper"];

    private static string[] Row(ModuleScope scope, IReadOnlyList<string> cells) =>
        [
            scope.KnownAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            scope.AgencyName,
            .. cells,
        ];

    // What is not told has empty cells.
    private static string[] Seconds(int[]? quartiles) =>
        quartiles is { Length: > 0 } ? [.. quartiles.Select(Number)] : ["", "", ""];

    private static string[] Rate(int? part, int? whole) =>
        part is { } some && whole is { } all
            ?
            [
                Number(some),
                Number(all),
                ((decimal)some / all).ToString("0.0000", CultureInfo.InvariantCulture),
            ]
            : ["", "", ""];

    private string IsRight(Scenario scenario, ScenarioOption option) =>
        scenario.Contested ? texts["NoRightOrWrong"].Value
        : option.IsRight ? texts["Yes"].Value
        : texts["No"].Value;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

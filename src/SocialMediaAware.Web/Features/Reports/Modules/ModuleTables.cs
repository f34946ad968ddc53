using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>The tables of these reports, as they stand in files.</summary>
public sealed class ModuleTables(
    IStringLocalizer<ModuleReportsTexts> texts,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>The modules of an agency.</summary>
    public ReportTable OfModules(ModuleScope scope, IReadOnlyList<ModuleRow> rows) =>
        Table(
            scope,
            "ModulesTitle",
            "modules",
            [
                .. Texts("Module"),
                .. Numbers("PromisedMinutes"),
                .. Texts("TimesOfRound"),
                .. Numbers("Finished"),
                .. SecondsOf("Together"),
                .. Numbers("AnsweredRight", "FirstAnswers"),
                Share("ShareRight"),
            ],
            rows.Select(row =>
                (IReadOnlyList<ReportCell>)
                    [
                        ReportCell.Of(row.Module.Title),
                        Number(row.Module.Content?.Minutes),
                        ReportCell.Of(row.Times is { } times ? scope.NameOf(times.CycleKey) : ""),
                        Number(row.Times?.People),
                        .. Seconds(row.Times?.Together),
                        .. Rate(row.Answers?.Right, row.Answers?.People),
                    ]
            )
        );

    /// <summary>The times of a module, round by round.</summary>
    public ReportTable OfTimes(ModuleScope scope, ModuleReport report) =>
        Table(
            scope,
            "HowLong",
            $"times-{report.Module.Slug}",
            [
                .. Texts("Module", "Round"),
                .. Numbers("Finished"),
                .. SecondsOf("Reading"),
                .. SecondsOf("Practising"),
                .. SecondsOf("Together"),
            ],
            report.Times.Select(times =>
                (IReadOnlyList<ReportCell>)
                    [
                        ReportCell.Of(report.Module.Title),
                        ReportCell.Of(scope.NameOf(times.CycleKey)),
                        Number(times.People),
                        .. Seconds(times.Reading),
                        .. Seconds(times.Practising),
                        .. Seconds(times.Together),
                    ]
            )
        );

    /// <summary>The first answers to the scenarios of a module: a row for each round, text and option.</summary>
    public ReportTable OfAnswers(ModuleScope scope, ModuleReport report) =>
        Table(
            scope,
            "Scenarios",
            $"answers-{report.Module.Slug}",
            [
                .. Texts("Module", "Round", "Scenario", "TextHash", "Option", "IsRight"),
                .. Numbers("ChosenBy", "PeopleAnswered"),
                Share("ShareOfPeople"),
            ],
            from row in report.Scenarios
            from round in row.Shown.ByCycle
            where scope.Cycle is null || round.Key == scope.Cycle
            orderby row.Shown.Version.Scenario.Slug, row.Shown.Version.Scenario.HashHex, round.Key
            from option in row.Shown.Version.Scenario.Options
            select (IReadOnlyList<ReportCell>)
                [
                    ReportCell.Of(report.Module.Title),
                    ReportCell.Of(scope.NameOf(round.Key)),
                    ReportCell.Of(row.Shown.Version.Scenario.Title),
                    ReportCell.Of(row.Shown.Version.Scenario.HashHex),
                    ReportCell.Of(option.PlainText),
                    ReportCell.Of(IsRight(row.Shown.Version.Scenario, option)),
                    .. Rate(round.Value.Chosen[option.Index], round.Value.People),
                ]
        );

    /// <summary>The obligations, the most misunderstood first.</summary>
    public ReportTable OfObligations(ModuleScope scope, ObligationReport report) =>
        Table(
            scope,
            "ObligationsTitle",
            "obligations",
            [
                .. Texts("Round", "ObligationId", "Obligation", "PractisedIn"),
                .. Numbers("NotRightAtFirst", "FirstAnswers"),
                Share("ShareNotRight"),
            ],
            report.Rows.Select(row =>
                (IReadOnlyList<ReportCell>)
                    [
                        ReportCell.Of(RoundOf(scope)),
                        ReportCell.Of(row.Obligation.Id),
                        ReportCell.Of(row.Obligation.Statement),
                        ReportCell.Of(
                            string.Join(
                                ", ",
                                row.Scenarios.Select(one => one.Shown.Version.Scenario.Title)
                            )
                        ),
                        .. Rate(row.Figures.NotRight, row.Figures.People),
                    ]
            )
        );

    private ReportTable Table(
        ModuleScope scope,
        string titleKey,
        string name,
        IReadOnlyList<ReportColumn> columns,
        IEnumerable<IReadOnlyList<ReportCell>> rows
    ) =>
        new(
            scope.Cycle is { } cycle ? $"{name}-{cycle.Replace('/', '-')}" : name,
            new(
                texts[titleKey],
                scope.AgencyName,
                clock.Today(),
                scope.KnownAt,
                signedIn.Name,
                clock.GetUtcNow()
            )
            {
                Round = RoundOf(scope),
                Denominators = [texts["HowTold"]],
            },
            columns,
            rows.ToAsyncEnumerable()
        );

    private string RoundOf(ModuleScope scope) =>
        scope.Cycle is { } cycle ? scope.NameOf(cycle) : texts["AllRounds"].Value;

    private ReportColumn[] Texts(params string[] keys) =>
        [.. keys.Select(key => new ReportColumn(texts[key]))];

    private ReportColumn[] Numbers(params string[] keys) =>
        [.. keys.Select(key => new ReportColumn(texts[key], ReportColumnKind.WholeNumber))];

    private ReportColumn Share(string key) => new(texts[key], ReportColumnKind.Rate);

    private ReportColumn[] SecondsOf(string what) =>
        Numbers($"{what}Lower", $"{what}Median", $"{what}Upper");

    // What is not told has empty cells.
    private static ReportCell[] Seconds(int[]? quartiles) =>
        quartiles is { Length: > 0 }
            ? [.. quartiles.Select(seconds => Number(seconds))]
            : [default, default, default];

    private static ReportCell[] Rate(int? part, int? whole) =>
        [
            Number(part),
            Number(whole),
            ReportCell.OfRate(part is { } some && whole is { } all ? (decimal)some / all : null),
        ];

    private static ReportCell Number(int? number) => ReportCell.Of((long?)number);

    private string IsRight(Scenario scenario, ScenarioOption option) =>
        scenario.Contested ? texts["NoRightOrWrong"].Value
        : option.IsRight ? texts["Yes"].Value
        : texts["No"].Value;
}

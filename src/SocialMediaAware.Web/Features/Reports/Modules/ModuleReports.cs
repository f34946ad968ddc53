namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>A module in the list.</summary>
/// <param name="Module">The module.</param>
/// <param name="Times">The time that it took in the chosen round, or in the one told last; null while fewer than five have finished.</param>
/// <param name="Answers">All its scenarios together that have a right answer; null while fewer than five have answered each.</param>
public sealed record ModuleRow(ReportedModule Module, ShownTimes? Times, AnswerFigures? Answers);

/// <summary>A module with its times, round by round, and its scenarios.</summary>
/// <param name="Module">The module.</param>
/// <param name="Times">The rounds in which five people or more have finished.</param>
/// <param name="Scenarios">Its scenarios, those first that fewest people answered rightly; those nothing is shown of last.</param>
public sealed record ModuleReport(
    ReportedModule Module,
    IReadOnlyList<ShownTimes> Times,
    IReadOnlyList<ScenarioRow> Scenarios
);

/// <summary>A scenario's text with its figures in the chosen round, or in all.</summary>
/// <param name="Shown">The text, with its figures round by round.</param>
/// <param name="Figures">Null while fewer than five have answered.</param>
public sealed record ScenarioRow(ShownScenario Shown, AnswerFigures? Figures)
{
    /// <summary>The share of exactly right first answers, from 0 to 1; null where nothing is right or wrong, or shown.</summary>
    public decimal? RightRate =>
        Figures is null || Shown.Version.Scenario.Contested
            ? null
            : (decimal)Figures.Right / Figures.People;
}

/// <summary>Reports of modules: how long they take, and how their scenarios are answered at first. Never by person.</summary>
public sealed class ModuleReports(ShowingAnswers answers, ShowingTimes times)
{
    /// <summary>The modules of an agency.</summary>
    public async Task<IReadOnlyList<ModuleRow>> ListAsync(
        ModuleScope scope,
        CancellationToken cancellationToken
    )
    {
        var taken = await times.ReadAsync(
            scope.Place.AgencyId,
            [.. scope.Modules.Select(module => module.Slug)],
            cancellationToken
        );
        var shown = await answers.ReadAsync(scope.Place.AgencyId, null, cancellationToken);
        var rows = RowsOf(scope, shown).ToLookup(row => row.Shown.Version.Scenario.ModuleSlug);
        return
        [
            .. scope.Modules.Select(module => new ModuleRow(
                module,
                InRound(scope, taken)
                    .Where(one => one.ModuleSlug == module.Slug)
                    .MaxBy(one => one.TakenAt),
                Together(rows[module.Slug])
            )),
        ];
    }

    /// <summary>One module of an agency.</summary>
    public async Task<ModuleReport> ReadAsync(
        ModuleScope scope,
        ReportedModule module,
        CancellationToken cancellationToken
    )
    {
        var agencyId = scope.Place.AgencyId;
        var taken = await times.ReadAsync(agencyId, [module.Slug], cancellationToken);
        var shown = await answers.ReadAsync(agencyId, module.Slug, cancellationToken);
        var known = shown.Select(one => one.Version.Key).ToHashSet();
        var unanswered = (module.Content?.Scenarios ?? [])
            .Select(scenario => new ScenarioVersion(scenario, ServedSince: null))
            .Where(version => !known.Contains(version.Key))
            .Select(version => new ShownScenario(
                version,
                new Dictionary<string, AnswerFigures>(StringComparer.Ordinal)
            ));
        return new(
            module,
            [
                .. InRound(scope, taken)
                    .OrderByDescending(one => one.TakenAt)
                    .ThenBy(one => one.CycleKey, StringComparer.Ordinal),
            ],
            [
                .. RowsOf(scope, [.. shown, .. unanswered])
                    .OrderBy(row => row.Figures is null)
                    .ThenBy(row => row.RightRate is null)
                    .ThenBy(row => row.RightRate)
                    .ThenBy(row => row.Shown.Version.Scenario.Title, StringComparer.Ordinal),
            ]
        );
    }

    private static IEnumerable<ShownTimes> InRound(
        ModuleScope scope,
        IReadOnlyList<ShownTimes> taken
    ) => taken.Where(one => scope.Cycle is null || one.CycleKey == scope.Cycle);

    private static IEnumerable<ScenarioRow> RowsOf(
        ModuleScope scope,
        IReadOnlyList<ShownScenario> shown
    ) => shown.Select(one => new ScenarioRow(one, one.In(scope.Cycle)));

    // The options of different scenarios have nothing in common: only how many answers there were, and how many right ones, add up.
    private static AnswerFigures? Together(IEnumerable<ScenarioRow> rows) =>
        AnswerFigures.Sum([
            .. rows.Where(row => row.RightRate is not null)
                .Select(row => row.Figures! with { Chosen = [] }),
        ]);
}

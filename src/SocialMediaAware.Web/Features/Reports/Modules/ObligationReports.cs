using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>An obligation and how often the first answers about it were not right.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Figures">The first answers to all scenarios that are about it.</param>
/// <param name="Scenarios">Those scenarios, the most misunderstood first.</param>
public sealed record ObligationRow(
    Obligation Obligation,
    AnswerFigures Figures,
    IReadOnlyList<ScenarioRow> Scenarios
)
{
    /// <summary>The share of first answers that were not right, from 0 to 1.</summary>
    public decimal MissedRate => (decimal)Figures.NotRight / Figures.People;
}

/// <summary>The obligations that are practised, and how they are understood.</summary>
/// <param name="Rows">The most misunderstood first.</param>
/// <param name="Waiting">How many obligations are practised and not shown, because fewer than five people have answered.</param>
public sealed record ObligationReport(IReadOnlyList<ObligationRow> Rows, int Waiting);

/// <summary>
/// Reports which obligations are misunderstood most. A scenario counts for the obligation that it names first, which it is about, and
/// which comes back after an answer that is not right.
/// </summary>
public sealed class ObligationReports(ShowingAnswers answers, ContentStore content)
{
    /// <summary>Works it out from what is shown of the scenarios, and from nothing else.</summary>
    public async Task<ObligationReport> ReadAsync(
        ModuleScope scope,
        CancellationToken cancellationToken
    )
    {
        var library = content.Library;
        var shown = await answers.ReadAsync(scope.Place.AgencyId, null, cancellationToken);
        var rows = shown
            .Select(one => new ScenarioRow(one, one.In(scope.Cycle)))
            .Where(row => row.RightRate is not null)
            .GroupBy(row => row.Shown.Version.Scenario.ObligationIds[0], StringComparer.Ordinal)
            .Where(group => library.Obligations.ContainsKey(group.Key))
            .Select(group => RowOf(library.Obligations[group.Key], [.. group]))
            .OrderByDescending(row => row.MissedRate)
            .ThenByDescending(row => row.Figures.People)
            .ThenBy(row => row.Obligation.Id, StringComparer.Ordinal)
            .ToList();
        var practised = scope
            .Modules.SelectMany(module => module.Content?.Scenarios ?? [])
            .Where(scenario => !scenario.Contested)
            .Select(scenario => scenario.ObligationIds[0])
            .ToHashSet(StringComparer.Ordinal);
        practised.ExceptWith(rows.Select(row => row.Obligation.Id));
        return new(rows, practised.Count);
    }

    private static ObligationRow RowOf(
        Obligation obligation,
        IReadOnlyList<ScenarioRow> scenarios
    ) =>
        new(
            obligation,
            AnswerFigures.Sum([.. scenarios.Select(row => row.Figures! with { Chosen = [] })])!,
            [
                .. scenarios
                    .OrderBy(row => row.RightRate)
                    .ThenBy(row => row.Shown.Version.Scenario.Slug, StringComparer.Ordinal),
            ]
        );
}

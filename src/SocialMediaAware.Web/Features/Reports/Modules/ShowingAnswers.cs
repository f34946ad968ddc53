using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>A scenario's text with what is shown of the first answers to it.</summary>
/// <param name="Version">The text.</param>
/// <param name="ByCycle">The figures of each round in which five people or more have answered.</param>
public sealed record ShownScenario(
    ScenarioVersion Version,
    IReadOnlyDictionary<string, AnswerFigures> ByCycle
)
{
    /// <summary>The figures of a round, or of all rounds that are shown; null while fewer than five have answered.</summary>
    /// <param name="cycle">The round; null for all.</param>
    public AnswerFigures? In(string? cycle) =>
        cycle is null ? AnswerFigures.Sum([.. ByCycle.Values]) : ByCycle.GetValueOrDefault(cycle);
}

/// <summary>
/// Reads what may be shown of first answers. Where five more people have answered since it was last looked at, the picture is taken
/// anew before it is shown; nothing is ever shown of the counters themselves.
/// </summary>
public sealed class ShowingAnswers(
    PortalDbContext database,
    ScenarioVersions versions,
    TimeProvider clock
)
{
    /// <summary>Reads the scenarios of an agency that were answered, or of one module of it.</summary>
    public async Task<IReadOnlyList<ShownScenario>> ReadAsync(
        Guid agencyId,
        string? moduleSlug,
        CancellationToken cancellationToken
    )
    {
        var counted = await CountedAsync(agencyId, moduleSlug, cancellationToken);
        var texts = await versions.ReadAsync(
            [.. counted.Keys.Select(cell => cell.Scenario).Distinct()],
            cancellationToken
        );
        var pictures = await PicturesAsync(agencyId, moduleSlug, cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var (cell, counts) in counted)
        {
            if (texts.TryGetValue(cell.Scenario, out var text))
            {
                TakeAnew(agencyId, cell, text, counts, pictures, now);
            }
        }

        if (database.ChangeTracker.HasChanges() && !await KeepAsync(cancellationToken))
        {
            pictures = await PicturesAsync(agencyId, moduleSlug, cancellationToken);
        }

        return
        [
            .. counted
                .Keys.GroupBy(cell => cell.Scenario)
                .Where(cells => texts.ContainsKey(cells.Key))
                .Select(cells => Shown(texts[cells.Key], cells, pictures)),
        ];
    }

    private async Task<Dictionary<Cell, Dictionary<int, int>>> CountedAsync(
        Guid agencyId,
        string? moduleSlug,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .ScenarioTallies.Where(tally => tally.AgencyId == agencyId && tally.IsFirstAnswer)
            .Where(tally => moduleSlug == null || tally.ModuleSlug == moduleSlug)
            .Select(tally => new
            {
                tally.ModuleSlug,
                tally.ScenarioSlug,
                tally.Hash,
                tally.CycleKey,
                tally.OptionIndex,
                tally.Count,
            })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => new Cell(
                new(row.ModuleSlug, row.ScenarioSlug, Convert.ToHexStringLower(row.Hash)),
                row.CycleKey
            ))
            .ToDictionary(
                cell => cell.Key,
                cell => cell.ToDictionary(row => row.OptionIndex, row => row.Count)
            );
    }

    private async Task<Dictionary<Cell, ShownAnswers>> PicturesAsync(
        Guid agencyId,
        string? moduleSlug,
        CancellationToken cancellationToken
    )
    {
        var pictures = await database
            .ShownAnswers.Where(shown => shown.AgencyId == agencyId)
            .Where(shown => moduleSlug == null || shown.ModuleSlug == moduleSlug)
            .ToListAsync(cancellationToken);
        return pictures.ToDictionary(shown => new Cell(
            new(shown.ModuleSlug, shown.ScenarioSlug, Convert.ToHexStringLower(shown.Hash)),
            shown.CycleKey
        ));
    }

    private void TakeAnew(
        Guid agencyId,
        Cell cell,
        ScenarioVersion text,
        Dictionary<int, int> counts,
        Dictionary<Cell, ShownAnswers> pictures,
        DateTimeOffset now
    )
    {
        var people = AnswerFigures.Of(text.Scenario, counts).People;
        if (pictures.TryGetValue(cell, out var picture))
        {
            picture.TakeAnew(people, counts, now);
            return;
        }

        var first = ShownAnswers.Begin(
            agencyId,
            cell.Scenario.ModuleSlug,
            cell.Scenario.ScenarioSlug,
            Convert.FromHexString(cell.Scenario.HashHex),
            cell.CycleKey
        );
        if (first.TakeAnew(people, counts, now))
        {
            database.Add(first);
            pictures[cell] = first;
        }
    }

    // Somebody else who looks at the same moment took the picture first: theirs is what everybody sees.
    private async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsUniqueViolation())
        {
            database.ChangeTracker.Clear();
            return false;
        }
    }

    private static ShownScenario Shown(
        ScenarioVersion text,
        IEnumerable<Cell> cells,
        Dictionary<Cell, ShownAnswers> pictures
    ) =>
        new(
            text,
            cells
                .Where(pictures.ContainsKey)
                .ToDictionary(
                    cell => cell.CycleKey,
                    cell => AnswerFigures.Of(text.Scenario, pictures[cell].AsCounts()),
                    StringComparer.Ordinal
                )
        );

    private readonly record struct Cell(ScenarioKey Scenario, string CycleKey);
}

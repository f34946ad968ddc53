namespace SocialMediaAware.Web.Content;

/// <summary>Checks that a module's pool of scenarios can do what its quiz asks.</summary>
internal static class QuizCheck
{
    private const int ScenariosForEachRequired = 2;
    private const int MostToCoverExactly = 16;

    public static IEnumerable<ContentMessage> Run(Module module)
    {
        // A draft is still being written, and nobody draws from a withdrawn module.
        var severity = module.Status == ModuleStatus.Published ? Severity.Error : Severity.Warning;
        return
        [
            .. CheckRequired(module)
                .Concat(CheckCover(module))
                .Select(message => message with { Severity = severity }),
            .. CheckDraw(module, severity),
        ];
    }

    private static IEnumerable<ContentMessage> CheckRequired(Module module)
    {
        var line = module.LineOf("quiz");
        var pool = AlwaysDrawn(module);
        var taught = module.TaughtObligationIds().ToHashSet(StringComparer.Ordinal);
        foreach (var id in module.Quiz.RequiredObligations.Distinct(StringComparer.Ordinal))
        {
            var exercised = pool.Count(scenario =>
                !scenario.Contested && scenario.ObligationIds.Contains(id, StringComparer.Ordinal)
            );
            if (exercised < ScenariosForEachRequired)
            {
                yield return ContentCheck.Error(
                    module.FilePath,
                    line,
                    $"The required obligation \"{FieldReader.Short(id)}\" has {exercised} of the two scenarios that it needs.",
                    "Write two or more scenarios that exercise it and are not contested, or do not require it."
                );
            }

            if (!taught.Contains(id))
            {
                yield return ContentCheck.Error(
                    module.FilePath,
                    line,
                    $"The quiz requires the obligation \"{FieldReader.Short(id)}\", which no section teaches.",
                    "Teach it in a section, or do not require it."
                );
            }
        }
    }

    private static IEnumerable<ContentMessage> CheckCover(Module module)
    {
        var needed = FewestThatCover(module.Quiz.RequiredObligations, AlwaysDrawn(module));
        if (needed is { } fewest && fewest > module.Quiz.Draw)
        {
            yield return ContentCheck.Error(
                module.FilePath,
                module.LineOf("quiz"),
                $"A draw of {module.Quiz.Draw} cannot meet every required obligation; that takes {fewest} scenarios.",
                $"Set draw: {fewest}, or require fewer obligations."
            );
        }
    }

    private static IEnumerable<ContentMessage> CheckDraw(Module module, Severity severity)
    {
        var draw = module.Quiz.Draw;
        var pool = AlwaysDrawn(module).Count;
        if (pool < draw)
        {
            yield return new ContentMessage(
                severity,
                module.FilePath,
                module.LineOf("quiz"),
                $"The quiz draws {draw} scenarios, and the module has {pool} that can always be drawn.",
                $"Write {draw - pool} more, or draw fewer."
            );
        }
        else if (pool < 2 * draw && module.Status != ModuleStatus.Withdrawn)
        {
            yield return ContentCheck.Warning(
                module.FilePath,
                module.LineOf("quiz"),
                $"The module has {pool} scenarios for a draw of {draw}: people would meet the same ones again.",
                $"Write {(2 * draw) - pool} more, so that there are twice as many as are drawn."
            );
        }
    }

    // Scenarios of an election's phases are not there the rest of the time; a module may consist of such alone.
    private static List<Scenario> AlwaysDrawn(Module module) =>
        module.Scenarios.Any(static scenario => scenario.Phases.Count == 0)
            ? [.. module.Scenarios.Where(static scenario => scenario.Phases.Count == 0)]
            : [.. module.Scenarios];

    /// <summary>How few scenarios meet every required obligation; null where none do, or there are too many to try.</summary>
    private static int? FewestThatCover(IReadOnlyList<string> required, List<Scenario> pool)
    {
        var ids = required.Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count is 0 or > MostToCoverExactly)
        {
            return ids.Count == 0 ? 0 : null;
        }

        var everything = (1 << ids.Count) - 1;
        var covers = pool.Where(static scenario => !scenario.Contested)
            .Select(scenario => CoverOf(scenario, ids))
            .Distinct()
            .ToList();
        HashSet<int> reached = [0];
        for (var scenarios = 1; scenarios <= ids.Count; scenarios++)
        {
            reached = [.. reached.SelectMany(met => covers.Select(cover => met | cover))];
            if (reached.Contains(everything))
            {
                return scenarios;
            }
        }

        return null;
    }

    private static int CoverOf(Scenario scenario, List<string> ids)
    {
        var cover = 0;
        for (var index = 0; index < ids.Count; index++)
        {
            cover |= scenario.ObligationIds.Contains(ids[index], StringComparer.Ordinal)
                ? 1 << index
                : 0;
        }

        return cover;
    }
}

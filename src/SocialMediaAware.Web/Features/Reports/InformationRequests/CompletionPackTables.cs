using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Lays out where the people of a round stood: by unit, by kind of person, by both, and what was corrected since.</summary>
public sealed class CompletionPackTables(
    IStringLocalizer<InformationRequestsTexts> texts,
    IStringLocalizer<ReportsTexts> words
)
{
    /// <summary>The tables of a round; none where nobody was in it.</summary>
    public IEnumerable<PackTable> Of(PackScope scope, RoundFigures round)
    {
        if (round.Counts.Count == 0)
        {
            return [];
        }

        var tree = scope.Place.Tree;
        var figures = UnitKindFigures.Of(tree, round.Counts);
        var found = new List<PackTable> { OfUnits(tree, round, figures, isInDetail: false) };
        found.Add(OfKinds(tree, round, figures));
        if (scope.Asked.Questions.HasFlag(InformationQuestions.CompletionInDetail))
        {
            found.Add(OfUnits(tree, round, figures, isInDetail: true));
        }

        if (round.Corrected is { } corrected)
        {
            found.Add(OfCorrections(tree, round, figures, corrected));
        }

        return found;
    }

    private PackTable OfUnits(
        UnitTree tree,
        RoundFigures round,
        UnitKindFigures figures,
        bool isInDetail
    )
    {
        var layout = new Layout(tree, round, figures, isInDetail, [], []);
        foreach (var unit in tree.InOrder.Where(figures.HasAnybody))
        {
            foreach (var kind in layout.Kinds)
            {
                AddUnit(layout, unit, kind);
            }

            if (isInDetail)
            {
                layout.Sums.Add(SumOfKinds(round, figures, unit));
            }
        }

        return new()
        {
            Name = $"{round.FileName}-by-unit{(isInDetail ? "-and-kind" : "")}",
            Kind = isInDetail ? PackTableKind.UnitsAndKinds : PackTableKind.Units,
            Title = texts[isInDetail ? "UnitsAndKindsTitle" : "UnitsTitle", round.Name],
            Subject = round.Name,
            About = texts["UnitsAbout"],
            Labels = isInDetail
                ? [words["Unit"], words["UnitAbove"], words["Kind"]]
                : [words["Unit"], words["UnitAbove"]],
            Columns = [.. FigureColumns.All.Select(column => column.Key)],
            ColumnTitles = [.. FigureColumns.All.Select(column => words[column.TextKey].Value)],
            Rows = layout.Rows,
            RowSums = layout.Sums,
            ColumnSums = FigureColumns.DueSums,
        };
    }

    private void AddUnit(Layout layout, UnitNode unit, PersonKind? kind)
    {
        var (round, figures) = (layout.Round, layout.Figures);
        if (figures.With(unit, kind) is not { } all)
        {
            return;
        }

        var above = layout.Tree.Above(unit)?.Name ?? "";
        var key = KeyOf(round, unit, kind);
        layout.Add(key, LabelsOf(layout, unit.Name, above, kind), all, unit.Depth);
        var parts = figures
            .Below(unit)
            .Where(below => figures.With(below, kind) is not null)
            .Select(below => KeyOf(round, below, kind))
            .ToList();
        if (parts.Count == 0)
        {
            return;
        }

        // The people of the unit itself could be worked out from those of the units below it, so they are told and protected.
        if (figures.Own(unit, kind) is { } own)
        {
            var ownKey = KeyOf(round, unit, kind, isOwn: true);
            var name = texts["OwnPeopleOf", unit.Name].Value;
            layout.Add(ownKey, LabelsOf(layout, name, unit.Name, kind), own, unit.Depth + 1);
            parts.Add(ownKey);
        }

        layout.Sums.Add(new(key, parts));
    }

    private static PackSum SumOfKinds(RoundFigures round, UnitKindFigures figures, UnitNode unit) =>
        new(
            KeyOf(round, unit, null),
            [
                .. Enum.GetValues<PersonKind>()
                    .Where(kind => figures.With(unit, kind) is not null)
                    .Select(kind => KeyOf(round, unit, kind)),
            ]
        );

    private PackTable OfKinds(UnitTree tree, RoundFigures round, UnitKindFigures figures)
    {
        var kinds = Enum.GetValues<PersonKind>()
            .Where(kind => figures.With(tree.Root, kind) is not null)
            .ToList();
        var total = KeyOf(round, tree.Root, null);
        return new()
        {
            Name = $"{round.FileName}-by-kind",
            Kind = PackTableKind.Kinds,
            Title = texts["KindsTitle", round.Name],
            About = texts["KindsAbout"],
            Labels = [words["Kind"]],
            Columns = [.. FigureColumns.All.Select(column => column.Key)],
            ColumnTitles = [.. FigureColumns.All.Select(column => words[column.TextKey].Value)],
            Rows =
            [
                new(total, [texts["EveryKind"]], FigureColumns.Of(figures.With(tree.Root, null)!)),
                .. kinds.Select(kind => new PackRow(
                    KeyOf(round, tree.Root, kind),
                    [words[kind.ToString()]],
                    FigureColumns.Of(figures.With(tree.Root, kind)!),
                    1
                )),
            ],
            RowSums = [new(total, [.. kinds.Select(kind => KeyOf(round, tree.Root, kind))])],
            ColumnSums = FigureColumns.DueSums,
        };
    }

    private PackTable OfCorrections(
        UnitTree tree,
        RoundFigures round,
        UnitKindFigures figures,
        CompletionFigures corrected
    )
    {
        var thenKey = KeyOf(round, tree.Root, null);
        var (nowKey, changeKey) = ($"{thenKey}|corrected", $"{thenKey}|change");
        var then = FigureColumns.Of(figures.With(tree.Root, null)!);
        var now = FigureColumns.Of(corrected);
        int[] changes = [.. now.Zip(then, (one, other) => one - other)];
        string[] columns = [.. FigureColumns.All.Select(column => column.Key)];
        return new()
        {
            Name = $"{round.FileName}-corrected",
            Kind = PackTableKind.Corrected,
            Title = texts["CorrectedTitle", round.Name],
            Subject = round.Name,
            About = texts["CorrectedAbout"],
            Labels = [texts["Known"]],
            Columns = columns,
            ColumnTitles = [.. FigureColumns.All.Select(column => words[column.TextKey].Value)],
            Rows =
            [
                new(thenKey, [texts["KnownThen"]], then),
                new(nowKey, [texts["KnownNow"]], now),
                new(changeKey, [texts["Change"]], changes, IsChange: true),
            ],
            ColumnSums = FigureColumns.DueSums,
            Sums = [.. columns.Select((column, place) => SumOf(column, changes[place]))],
        };

        PackSum SumOf(string column, int change)
        {
            var (less, more) = change < 0 ? (nowKey, thenKey) : (thenKey, nowKey);
            return new(
                PackTable.KeyOf(more, column),
                [PackTable.KeyOf(less, column), PackTable.KeyOf(changeKey, column)]
            );
        }
    }

    private string[] LabelsOf(Layout layout, string unit, string above, PersonKind? kind) =>
        layout.IsInDetail
            ?
            [
                unit,
                above,
                kind is { } one ? words[one.ToString()].Value : texts["EveryKind"].Value,
            ]
            : [unit, above];

    private static string KeyOf(
        RoundFigures round,
        UnitNode unit,
        PersonKind? kind,
        bool isOwn = false
    ) => PackKeys.OfUnit(round.Key, unit.Id, kind?.ToString() ?? PackKeys.EveryKind, isOwn);

    /// <summary>A table of units while it is laid out.</summary>
    private sealed record Layout(
        UnitTree Tree,
        RoundFigures Round,
        UnitKindFigures Figures,
        bool IsInDetail,
        List<PackRow> Rows,
        List<PackSum> Sums
    )
    {
        public IReadOnlyList<PersonKind?> Kinds =>
            IsInDetail
                ? [null, .. Enum.GetValues<PersonKind>().Select(kind => (PersonKind?)kind)]
                : [null];

        public void Add(
            string key,
            IReadOnlyList<string> labels,
            CompletionFigures figures,
            int depth
        ) => Rows.Add(new(key, labels, FigureColumns.Of(figures), depth));
    }
}

using System.Globalization;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Reports.Overview;

/// <summary>The tables of the overview, as they stand in files.</summary>
public sealed class OverviewTables(
    IStringLocalizer<ReportsTexts> texts,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>The names of the tables, as addresses say them.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["programmes", "stages", "falling-due", "trends", "units"];

    /// <summary>A table.</summary>
    /// <param name="name">One of <see cref="All" />.</param>
    /// <param name="overview">The figures.</param>
    public ReportTable Of(string name, AgencyOverview overview) =>
        name switch
        {
            "programmes" => Programmes(overview),
            "stages" => Stages(overview),
            "falling-due" => FallingDue(overview),
            "trends" => Trends(overview),
            _ => Units(overview),
        };

    private ReportTable Programmes(AgencyOverview overview) =>
        Table(
            overview,
            "programmes",
            "Programmes",
            [
                Column("Programme"),
                Column("Cycle"),
                Column("DueOn", ReportColumnKind.Date),
                .. FigureColumns(),
                Column("RateWithExempt", ReportColumnKind.Rate),
            ],
            overview.Programmes.Select(row =>
                (IReadOnlyList<ReportCell>)
                    [
                        ReportCell.Of(row.Programme.Name),
                        ReportCell.Of(row.Round?.Name),
                        ReportCell.Of(row.DueOn),
                        .. Cells(row.Figures),
                        ReportCell.OfRate(row.RateWithExempt),
                    ]
            )
        );

    // Fewer than five are told of in no file either.
    private ReportTable Stages(AgencyOverview overview) =>
        Table(
            overview,
            "stages",
            "Stages",
            [
                Column("Programme"),
                Column("Cycle"),
                .. Figure.StageColumns.Select(key => Column(key, ReportColumnKind.WholeNumber)),
            ],
            overview
                .Programmes.Where(row => row.Stages.IsTold)
                .Select(row =>
                    (IReadOnlyList<ReportCell>)
                        [
                            ReportCell.Of(row.Programme.Name),
                            ReportCell.Of(row.Round?.Name),
                            ReportCell.Of(row.Stages.NotOpened),
                            ReportCell.Of(row.Stages.Reading),
                            ReportCell.Of(row.Stages.Practising),
                            ReportCell.Of(row.Stages.ReadyToSign),
                        ]
                )
        );

    private ReportTable FallingDue(AgencyOverview overview) =>
        Table(
            overview,
            "falling-due",
            "FallingDue",
            [
                Column("DueOn", ReportColumnKind.Date),
                Column("Programme"),
                Column("Cycle"),
                Column("HaveNotSigned", ReportColumnKind.WholeNumber),
            ],
            overview.FallingDue.Select(row =>
                (IReadOnlyList<ReportCell>)
                    [
                        ReportCell.Of(row.Day),
                        ReportCell.Of(row.Programme.Programme.Name),
                        ReportCell.Of(row.Programme.Round?.Name),
                        ReportCell.Of(row.People),
                    ]
            )
        );

    private ReportTable Trends(AgencyOverview overview) =>
        Table(
            overview,
            "trends",
            "Trends",
            [
                Column("Programme"),
                Column("Cycle"),
                Column("Day", ReportColumnKind.Date),
                Column("DaysToDue", ReportColumnKind.WholeNumber),
                Column("Due", ReportColumnKind.WholeNumber),
                Column("Signed", ReportColumnKind.WholeNumber),
                Column("Rate", ReportColumnKind.Rate),
            ],
            from row in overview.Programmes
            from course in new[] { row.Trend?.This, row.Trend?.Last }
            where course is not null
            from point in course.Points
            select (IReadOnlyList<ReportCell>)
                [
                    ReportCell.Of(row.Programme.Name),
                    ReportCell.Of(row.Round is null ? null : course.Name),
                    ReportCell.Of(point.Day),
                    row.Round is null ? ReportCell.Empty : ReportCell.Of(point.DaysToDue),
                    ReportCell.Of(point.Due),
                    ReportCell.Of(point.Signed),
                    ReportCell.OfRate(point.Rate),
                ]
        );

    private ReportTable Units(AgencyOverview overview) =>
        Table(
            overview,
            "units-all-programmes",
            "ByUnitAll",
            [Column("Unit"), Column("UnitAbove"), .. FigureColumns()],
            overview.Units.Select(row =>
                (IReadOnlyList<ReportCell>)
                    [
                        ReportCell.Of(row.Unit.Name),
                        ReportCell.Of(overview.Place.Tree.Above(row.Unit)?.Name),
                        .. Cells(row.Figures),
                    ]
            )
        );

    private static IEnumerable<ReportCell> Cells(CompletionFigures figures) =>
        [
            ReportCell.Of(figures.Due),
            ReportCell.Of(figures.Signed),
            ReportCell.OfRate(figures.Rate),
            ReportCell.Of(figures.Open),
            ReportCell.Of(figures.Overdue),
            ReportCell.Of(figures.Declined),
            ReportCell.Of(figures.NotDue),
            ReportCell.Of(figures.OnHold),
            ReportCell.Of(figures.Left),
        ];

    private IEnumerable<ReportColumn> FigureColumns() =>
        Figure.Columns.Select(key =>
            Column(key, key == "Rate" ? ReportColumnKind.Rate : ReportColumnKind.WholeNumber)
        );

    private ReportColumn Column(string key, ReportColumnKind kind = ReportColumnKind.Text) =>
        new(texts[key], kind);

    private ReportTable Table(
        AgencyOverview overview,
        string name,
        string titleKey,
        IReadOnlyList<ReportColumn> columns,
        IEnumerable<IReadOnlyList<ReportCell>> rows
    ) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{name}-as-at-{overview.AsAt:yyyy-MM-dd}"),
            new(
                texts[titleKey],
                overview.Place.Tree.Root.Name,
                overview.AsAt,
                overview.KnownAt,
                signedIn.Name,
                clock.GetUtcNow()
            )
            {
                Denominators = [texts["RateMeans"], texts["ExemptIs"]],
            },
            columns,
            rows.ToAsyncEnumerable()
        );
}

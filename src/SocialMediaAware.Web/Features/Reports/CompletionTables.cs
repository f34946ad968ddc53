using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>The tables of the report of completion, as they stand in files.</summary>
public sealed class CompletionTables(
    CompletionReports reports,
    CompletionPeopleList people,
    IStringLocalizer<ReportsTexts> texts,
    SignedIn signedIn,
    TimeProvider clock
)
{
    // In the order of the columns. What holds somebody is never told apart, here neither.
    private static readonly string[] Definitions =
    [
        "Signed",
        "Open",
        "Overdue",
        "Declined",
        "NotDue",
        "OnHold",
        "Left",
    ];

    /// <summary>Everybody of a unit and all below it who stands where is asked.</summary>
    /// <param name="scope">What is asked about.</param>
    /// <param name="status">Where they stand: a word of <see cref="CompletionStatuses" />.</param>
    public ReportTable OfPeople(CompletionScope scope, string? status)
    {
        var asked = CompletionStatuses.All.Single(entry => entry.Word == (status ?? ""));
        return new(
            NameOf(scope, "people"),
            Heading(scope, texts["PeopleFile"]) with
            {
                Filters = [new(texts["Status"], texts[asked.TextKey])],
            },
            [
                Column("Programme"),
                Column("Cycle"),
                Column("Person"),
                Column("Kind"),
                Column("Unit"),
                Column("Opens", ReportColumnKind.Date),
                Column("DueOn", ReportColumnKind.Date),
                Column("Status"),
            ],
            PeopleRows(scope, asked.Statuses)
        );
    }

    /// <summary>The figures of a unit and of each unit below it.</summary>
    public ReportTable OfUnits(CompletionScope scope) =>
        new(
            NameOf(scope, "units"),
            Heading(scope, texts["UnitsFile"]) with
            {
                Denominators = [texts["RateMeans"]],
            },
            [
                Column("Programme"),
                Column("Cycle"),
                Column("Unit"),
                Column("UnitAbove"),
                .. Figure.Columns.Select(key =>
                    Column(
                        key,
                        key == "Rate" ? ReportColumnKind.Rate : ReportColumnKind.WholeNumber
                    )
                ),
            ],
            UnitRows(scope)
        );

    private static string NameOf(CompletionScope scope, string table) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{table}-{(scope.Cycle ?? CompletionScopes.AllCycles).Replace('/', '-')}-as-at-{scope.AsAt:yyyy-MM-dd}"
        );

    private ReportColumn Column(string key, ReportColumnKind kind = ReportColumnKind.Text) =>
        new(texts[key], kind);

    private ReportHeading Heading(CompletionScope scope, string title) =>
        new(
            title,
            scope.Place.Tree.Root.Name,
            scope.AsAt,
            scope.KnownAt,
            signedIn.Name,
            clock.GetUtcNow()
        )
        {
            Programme = scope.Programme?.Name,
            Round = scope.RoundName ?? texts["AllCycles"],
            Unit = scope.Place.IsWholeAgency ? null : scope.Place.Unit.Name,
            Definitions =
            [
                .. Definitions.Select(key => new ReportNote(texts[key], texts[$"{key}Means"])),
            ],
        };

    private async IAsyncEnumerable<IReadOnlyList<ReportCell>> PeopleRows(
        CompletionScope scope,
        IReadOnlyList<AssignmentStatus> statuses,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var programme = ReportCell.Of(scope.Programme?.Name);
        await foreach (var person in people.Stream(scope, statuses, cancellationToken))
        {
            yield return
            [
                programme,
                ReportCell.Of(scope.Programme?.FindRound(person.CycleKey)?.Name ?? person.CycleKey),
                ReportCell.Of(person.Name),
                ReportCell.Of(texts[person.Kind.ToString()].Value),
                ReportCell.Of(scope.Place.NameOf(person.UnitId)),
                ReportCell.Of(person.OpensOn),
                person.Status == AssignmentStatus.OnHold
                    ? ReportCell.Empty
                    : ReportCell.Of(person.DueOn),
                ReportCell.Of(texts[person.Status.ToString()].Value),
            ];
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<ReportCell>> UnitRows(
        CompletionScope scope,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var report = await reports.CountAsync(scope, cancellationToken);
        foreach (var (unit, figures) in report.Rows)
        {
            yield return
            [
                ReportCell.Of(scope.Programme?.Name),
                ReportCell.Of(scope.RoundName ?? texts["AllCycles"].Value),
                ReportCell.Of(unit.Name),
                ReportCell.Of(scope.Place.Tree.Above(unit)?.Name),
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
        }
    }
}

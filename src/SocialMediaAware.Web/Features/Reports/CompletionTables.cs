using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>A table of the report, whose rows are read while they are written.</summary>
public sealed record CompletionTable(
    IReadOnlyList<string> Header,
    IAsyncEnumerable<IReadOnlyList<string>> Rows
);

/// <summary>The tables of the report as they stand in a file: each row says what it is about, as at when, and known when.</summary>
public sealed class CompletionTables(
    CompletionReports reports,
    CompletionPeopleList people,
    IStringLocalizer<ReportsTexts> texts
)
{
    /// <summary>Everybody of a unit and all below it who stands where is asked.</summary>
    public CompletionTable OfPeople(
        CompletionScope scope,
        IReadOnlyList<AssignmentStatus> statuses
    ) =>
        new(
            Words(
                "AsAtColumn",
                "KnownAtColumn",
                "Programme",
                "Cycle",
                "Person",
                "Kind",
                "Unit",
                "Opens",
                "DueOn",
                "Status"
            ),
            PeopleRows(scope, statuses)
        );

    /// <summary>The figures of a unit and of each unit below it.</summary>
    public CompletionTable OfUnits(CompletionScope scope) =>
        new(
            [
                .. Words("AsAtColumn", "KnownAtColumn", "Programme", "Cycle", "Unit", "UnitAbove"),
                .. Words([.. Figure.Columns]),
            ],
            UnitRows(scope)
        );

    private string[] Words(params string[] keys) => [.. keys.Select(key => texts[key].Value)];

    private static string[] Stamp(CompletionScope scope) =>
        [
            Iso(scope.AsAt),
            scope.KnownAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            scope.Programme?.Name ?? "",
        ];

    private async IAsyncEnumerable<IReadOnlyList<string>> PeopleRows(
        CompletionScope scope,
        IReadOnlyList<AssignmentStatus> statuses,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var stamp = Stamp(scope);
        await foreach (
            var person in people.Stream(scope, statuses).WithCancellation(cancellationToken)
        )
        {
            yield return
            [
                .. stamp,
                scope.Programme?.FindRound(person.CycleKey)?.Name ?? person.CycleKey,
                person.Name,
                texts[person.Kind.ToString()].Value,
                scope.Place.NameOf(person.UnitId),
                Iso(person.OpensOn),
                person.Status == AssignmentStatus.OnHold ? "" : Iso(person.DueOn),
                texts[person.Status.ToString()].Value,
            ];
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> UnitRows(
        CompletionScope scope,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var report = await reports.CountAsync(scope, cancellationToken);
        foreach (var (unit, figures) in report.Rows)
        {
            yield return
            [
                .. Stamp(scope),
                scope.RoundName ?? texts["AllCycles"].Value,
                unit.Name,
                scope.Place.Tree.Above(unit)?.Name ?? "",
                Number(figures.Due),
                Number(figures.Signed),
                figures.Rate?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "",
                Number(figures.Open),
                Number(figures.Overdue),
                Number(figures.Declined),
                Number(figures.NotDue),
                Number(figures.OnHold),
                Number(figures.Left),
            ];
        }
    }

    private static string Iso(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

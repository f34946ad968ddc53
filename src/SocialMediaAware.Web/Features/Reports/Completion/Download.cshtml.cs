using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.Completion;

/// <summary>The tables of the report as CSV. Each download is written to the audit log.</summary>
public sealed class DownloadModel(
    CompletionScopes scopes,
    CompletionReports reports,
    AuditLog audit,
    IStringLocalizer<ReportsTexts> texts
) : PageModel
{
    private const string PeopleTable = "people";

    /// <summary>Gives the file.</summary>
    public async Task<IActionResult> OnGetAsync(
        string? unit,
        string? programme,
        string? cycle,
        string? asat,
        string? status,
        string? table,
        CancellationToken cancellationToken
    )
    {
        var scope = await scopes.FindAsync(new(unit, programme, cycle, asat), cancellationToken);
        var statuses = CompletionStatuses.Find(status);
        if (scope is null || statuses is null)
        {
            return NotFound();
        }

        var isPeople = table == PeopleTable;
        await audit.WriteAsync(
            AuditActions.PeopleViewed,
            scope.Place.AgencyId,
            CompletionAddress.Of(scope, CompletionAddress.Download, status: status, table: table),
            "csv",
            cancellationToken
        );
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{(isPeople ? "people" : "units")}-{(scope.Cycle ?? "all").Replace('/', '-')}-as-at-{scope.AsAt:yyyy-MM-dd}.csv"
        );
        return isPeople
            ? new CsvResult(
                name,
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
                PeopleRows(scope, statuses, cancellationToken)
            )
            : new CsvResult(
                name,
                [
                    .. Words(
                        "AsAtColumn",
                        "KnownAtColumn",
                        "Programme",
                        "Cycle",
                        "Unit",
                        "UnitAbove"
                    ),
                    .. Words([.. Figure.Columns]),
                ],
                UnitRows(scope, cancellationToken)
            );
    }

    private string[] Words(params string[] keys) => [.. keys.Select(key => texts[key].Value)];

    private string[] Stamp(CompletionScope scope) =>
        [
            Iso(scope.AsAt),
            scope.KnownAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            scope.Programme?.Name ?? "",
            scope.Cycle ?? texts["AllCycles"].Value,
        ];

    private async IAsyncEnumerable<IReadOnlyList<string>> PeopleRows(
        CompletionScope scope,
        IReadOnlyList<Programmes.AssignmentStatus> statuses,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var stamp = Stamp(scope);
        await foreach (
            var person in reports.Stream(scope, statuses).WithCancellation(cancellationToken)
        )
        {
            var isHeld = person.Status == Programmes.AssignmentStatus.OnHold;
            yield return
            [
                stamp[0],
                stamp[1],
                stamp[2],
                person.CycleKey,
                person.Name,
                texts[person.Kind.ToString()].Value,
                PeopleModel.NameOf(scope.Place.Tree, person.UnitId),
                Iso(person.OpensOn),
                isHeld ? "" : Iso(person.DueOn),
                texts[person.Status.ToString()].Value,
            ];
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> UnitRows(
        CompletionScope scope,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var report = await reports.CountAsync(scope, cancellationToken);
        foreach (var (unit, figures) in report.Rows)
        {
            yield return
            [
                .. Stamp(scope),
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

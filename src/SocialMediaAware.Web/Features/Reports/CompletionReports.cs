using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Assisted;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>
/// Counts who has completed a programme by unit, and lists who stands where. The database counts; only one number for each unit and status comes here.
/// </summary>
public sealed class CompletionReports(PortalDbContext database, TimeProvider clock)
{
    /// <summary>How many people a page of the list shows.</summary>
    public const int PeopleOnAPage = 50;

    /// <summary>The figures of a unit and of each unit below it, and those with what was corrected since.</summary>
    public async Task<CompletionReport> CountAsync(
        CompletionScope scope,
        CancellationToken cancellationToken
    )
    {
        var (_, tree) = (scope.Place.Unit, scope.Place.Tree);
        var counts = await database
            .StandingsKnownAt(scope)
            .GroupBy(row => new { row.UnitId, row.Status })
            .Select(group => new
            {
                group.Key.UnitId,
                group.Key.Status,
                Count = group.Count(),
            })
            .ToListAsync(cancellationToken);
        var figures = tree.InOrder.ToDictionary(unit => unit, _ => CompletionFigures.None);
        foreach (var count in counts)
        {
            // Whoever's unit is closed, or has no placement any more, counts for the agency alone.
            var own = count.UnitId is { } unitId ? tree.Find(unitId) : null;
            foreach (var unit in tree.WithThoseAbove(own ?? tree.Root))
            {
                figures[unit] = figures[unit].With(count.Status, count.Count);
            }
        }

        return new CompletionReport(
            [
                .. tree.WithThoseBelow(scope.Place.Unit)
                    .Select(unit => new UnitFigures(unit, figures[unit])),
            ],
            scope.AsAt,
            scope.KnownAt,
            await CountCorrectedAsync(scope, cancellationToken)
        );
    }

    /// <summary>One page of the people of a unit and all below it, the longest due first.</summary>
    /// <param name="scope">What is asked about.</param>
    /// <param name="statuses">Where they stand.</param>
    /// <param name="page">Which page, from 1; one too far gives the last.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<CompletionPeople> ListAsync(
        CompletionScope scope,
        IReadOnlyList<AssignmentStatus> statuses,
        int page,
        CancellationToken cancellationToken
    )
    {
        var rows = RowsOf(scope, statuses);
        var count = await rows.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + PeopleOnAPage - 1) / PeopleOnAPage);
        var shown = Math.Clamp(page, 1, pages);
        var people = await Named(rows, scope.AsAt)
            .Skip((shown - 1) * PeopleOnAPage)
            .Take(PeopleOnAPage)
            .ToListAsync(cancellationToken);
        return new CompletionPeople(people, shown, pages, count);
    }

    /// <summary>Everybody of a unit and all below it, one by one as the database gives them.</summary>
    public IAsyncEnumerable<CompletionPerson> Stream(
        CompletionScope scope,
        IReadOnlyList<AssignmentStatus> statuses
    ) => Named(RowsOf(scope, statuses), scope.AsAt).AsAsyncEnumerable();

    // A report as at today has nothing to be corrected yet, and a unit's people of then are not known now.
    private async Task<CompletionFigures?> CountCorrectedAsync(
        CompletionScope scope,
        CancellationToken cancellationToken
    )
    {
        if (scope.AsAt == clock.Today() || !scope.Place.IsWholeAgency)
        {
            return null;
        }

        var counts = await database
            .StandingsCorrectedSince(scope)
            .GroupBy(row => row.Status)
            .Select(group => new { Status = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return counts.Aggregate(
            CompletionFigures.None,
            (figures, count) => figures.With(count.Status, count.Count)
        );
    }

    private IQueryable<CompletionStanding> RowsOf(
        CompletionScope scope,
        IReadOnlyList<AssignmentStatus> statuses
    )
    {
        // Who died is counted as they stood, and named in no list.
        var died = database
            .People.Where(person => person.DiedOn != null)
            .Select(person => person.Id);
        var rows = database
            .StandingsKnownAt(scope)
            .Where(row => statuses.Contains(row.Status) && !died.Contains(row.PersonId));
        if (scope.Place.IsWholeAgency)
        {
            return rows;
        }

        Guid?[] unitIds =
        [
            .. scope.Place.Tree.WithThoseBelow(scope.Place.Unit).Select(unit => (Guid?)unit.Id),
        ];
        return rows.Where(row => EF.Parameter(unitIds).Contains(row.UnitId));
    }

    // The current name everywhere, also in a report about a past day.
    private IQueryable<CompletionPerson> Named(IQueryable<CompletionStanding> rows, DateOnly day) =>
        rows.OrderBy(row => row.DueOn)
            .ThenBy(row => row.AssignmentId)
            .Select(row => new CompletionPerson(
                database
                    .PersonNames.Believed()
                    .Where(name =>
                        name.PersonId
                        == database
                            .People.Where(person => person.Id == row.PersonId)
                            .Select(person => person.MergedIntoId ?? person.Id)
                            .First()
                    )
                    .OrderBy(name => name.HoldsFrom > day)
                    .ThenByDescending(name => name.HoldsFrom)
                    .Select(name => name.Name)
                    .FirstOrDefault()
                    ?? "",
                row.PersonKind,
                row.UnitId,
                row.CycleKey,
                row.OpensOn,
                row.DueOn,
                row.Status,
                database.Attestations.Any(attestation =>
                    attestation.AssignmentId == row.AssignmentId
                    && (
                        attestation.AuthenticationMethod == AssistedSession.Method
                        || attestation.AuthenticationMethod == PaperForm.Method
                    )
                )
            ));
}

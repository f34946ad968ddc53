using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Assisted;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reports.Counting;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>Lists who stands where in a round, as at any day. Who died is counted as they stood, and named in no list.</summary>
public sealed class CompletionPeopleList(PortalDbContext database, ReadingHistory histories)
{
    /// <summary>How many people a page of the list shows.</summary>
    public const int PeopleOnAPage = 50;

    private const int NamedAtOnce = 20_000;

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
        var rows = await RowsAsync(scope, statuses, cancellationToken);
        var pages = Math.Max(1, (rows.Count + PeopleOnAPage - 1) / PeopleOnAPage);
        var shown = Math.Clamp(page, 1, pages);
        var people = await NamedAsync(
            [.. rows.Skip((shown - 1) * PeopleOnAPage).Take(PeopleOnAPage)],
            scope.AsAt,
            cancellationToken
        );
        return new CompletionPeople(people, shown, pages, rows.Count);
    }

    /// <summary>Everybody of a unit and all below it, some thousand at once as they are read.</summary>
    public async IAsyncEnumerable<CompletionPerson> Stream(
        CompletionScope scope,
        IReadOnlyList<AssignmentStatus> statuses,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var rows = await RowsAsync(scope, statuses, cancellationToken);
        foreach (var some in rows.Chunk(NamedAtOnce))
        {
            foreach (var person in await NamedAsync(some, scope.AsAt, cancellationToken))
            {
                yield return person;
            }
        }
    }

    private async Task<List<Row>> RowsAsync(
        CompletionScope scope,
        IReadOnlyList<AssignmentStatus> statuses,
        CancellationToken cancellationToken
    )
    {
        var diedIds = await database
            .People.Where(person => person.DiedOn != null)
            .Select(person => person.Id)
            .ToListAsync(cancellationToken);
        var rows = await histories.CountAsync(
            scope.Place.AgencyId,
            [CompletionReports.NameOf(scope)],
            (agency, rounds) =>
                RowsOf(scope, statuses, diedIds.ToHashSet(), agency.Placements, rounds[0]),
            cancellationToken
        );
        rows.Sort(
            (one, other) =>
                (one.DueOn, one.AssignmentId).CompareTo((other.DueOn, other.AssignmentId))
        );
        return rows;
    }

    private static List<Row> RowsOf(
        CompletionScope scope,
        IReadOnlyList<AssignmentStatus> statuses,
        HashSet<Guid> diedIds,
        PlacementHistory placements,
        RoundHistory round
    )
    {
        var wanted = statuses.ToHashSet();
        var within = scope
            .Place.Tree.WithThoseBelow(scope.Place.Unit)
            .Select(unit => placements.UnitNumberOf(unit.Id))
            .ToHashSet();
        var units = placements.UnitsOn(scope.AsAt.DayNumber);
        var rows = new List<Row>();
        round.EachOn(
            scope.AsAt.DayNumber,
            (in AssignmentTrace trace, in KnownState state, AssignmentStatus status) =>
            {
                var unit = units[trace.Person];
                var personId = placements.PersonIds[trace.Person];
                if (
                    wanted.Contains(status)
                    && (scope.Place.IsWholeAgency || within.Contains(unit))
                    && !diedIds.Contains(personId)
                )
                {
                    rows.Add(
                        new(
                            trace.Id,
                            personId,
                            state.PersonKind,
                            unit == PlacementHistory.Nowhere ? null : placements.UnitIds[unit],
                            round.CycleKeyOf(trace),
                            state.OpensOn,
                            state.DueOn,
                            status
                        )
                    );
                }
            }
        );
        return rows;
    }

    // The current name everywhere, also in a report about a past day.
    private async Task<IReadOnlyList<CompletionPerson>> NamedAsync(
        Row[] rows,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var personIds = rows.Select(row => row.PersonId).Distinct().ToArray();
        var names = await database
            .People.Where(person => EF.Parameter(personIds).Contains(person.Id))
            .Select(person => new
            {
                person.Id,
                Name = database
                    .PersonNames.Believed()
                    .Where(name => name.PersonId == (person.MergedIntoId ?? person.Id))
                    .OrderBy(name => name.HoldsFrom > day)
                    .ThenByDescending(name => name.HoldsFrom)
                    .Select(name => name.Name)
                    .FirstOrDefault()
                    ?? "",
            })
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var signedIds = rows.Where(row => row.Status is AssignmentStatus.Signed)
            .Select(row => row.AssignmentId)
            .ToArray();
        var assistedIds = await database
            .Attestations.Where(attestation =>
                EF.Parameter(signedIds).Contains(attestation.AssignmentId)
                && (
                    attestation.AuthenticationMethod == AssistedSession.Method
                    || attestation.AuthenticationMethod == PaperForm.Method
                )
            )
            .Select(attestation => attestation.AssignmentId)
            .ToListAsync(cancellationToken);
        var assisted = assistedIds.ToHashSet();
        return
        [
            .. rows.Select(row => new CompletionPerson(
                names.GetValueOrDefault(row.PersonId) ?? "",
                row.Kind,
                row.UnitId,
                row.CycleKey,
                DateOnly.FromDayNumber(row.OpensOn),
                DateOnly.FromDayNumber(row.DueOn),
                row.Status,
                assisted.Contains(row.AssignmentId)
            )),
        ];
    }

    private readonly record struct Row(
        Guid AssignmentId,
        Guid PersonId,
        PersonKind Kind,
        Guid? UnitId,
        string CycleKey,
        int OpensOn,
        int DueOn,
        AssignmentStatus Status
    );
}

using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Reports.Exports.Feed;

/// <summary>
/// Reads what an agency's file holds, some assignments at a time. Each is what the portal knew of it at the end of the day; addresses
/// are today's, because systems find people by them. Whoever died is not in it.
/// </summary>
public sealed class CompletionFeedRows(PortalDbContext database)
{
    private const int AssignmentsAtOnce = 1000;

    /// <summary>The columns, by names that never change.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "as_at",
        "known_at",
        "employee_number",
        "email",
        "programme",
        "round",
        "opens",
        "due",
        "status",
        "signed_on",
        "modules",
    ];

    /// <summary>Reads the rows, in the order in which the assignments were made.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="day">The day that they are as at.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<IReadOnlyList<ReportCell>> ReadAsync(
        Guid agencyId,
        DateOnly day,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // The last microsecond of the day: instants are kept in microseconds.
        var knownAt = day.AddDays(1).StartInNewZealand().AddTicks(-TimeSpan.TicksPerMicrosecond);
        var programmes = await database
            .Programmes.Where(programme => programme.AgencyId == agencyId)
            .ToDictionaryAsync(
                programme => programme.Id,
                programme => programme.Name,
                cancellationToken
            );
        var last = Guid.Empty;
        while (true)
        {
            var after = last;
            var some = await database
                .Assignments.AsNoTracking()
                .Include(assignment => assignment.Modules)
                .Where(assignment =>
                    assignment.AgencyId == agencyId && assignment.Id.CompareTo(after) > 0
                )
                .OrderBy(assignment => assignment.Id)
                .Take(AssignmentsAtOnce)
                .ToListAsync(cancellationToken);
            if (some.Count == 0)
            {
                yield break;
            }

            last = some[^1].Id;
            var known = await FactsAsync(some, day, knownAt, cancellationToken);
            foreach (var assignment in some)
            {
                if (RowOf(assignment, known, day, knownAt, programmes) is { } row)
                {
                    yield return row;
                }
            }
        }
    }

    private async Task<FeedFacts> FactsAsync(
        List<Assignment> assignments,
        DateOnly day,
        DateTimeOffset knownAt,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. assignments.Select(assignment => assignment.Id)];
        Guid[] personIds = [.. assignments.Select(assignment => assignment.PersonId).Distinct()];
        var agencyId = assignments[0].AgencyId;
        var records = await database
            .AssignmentRecords.AsNoTracking()
            .Where(record =>
                EF.Parameter(ids).Contains(record.AssignmentId) && record.RecordedAt <= knownAt
            )
            .ToListAsync(cancellationToken);
        var people = await ReadPeopleAsync(personIds, cancellationToken);
        Guid[] allIds = [.. personIds.Union(people.Values.Select(person => person.Id))];
        var placements = await database
            .Placements.AsNoTracking()
            .Where(placement =>
                placement.AgencyId == agencyId
                && EF.Parameter(allIds).Contains(placement.PersonId)
                && placement.EmployeeNumber != null
                && placement.LearntAt <= knownAt
                && (placement.UnlearntAt == null || placement.UnlearntAt > knownAt)
                && placement.HoldsFrom <= day
            )
            .ToListAsync(cancellationToken);
        var signed = await database.Attestations.ReadOfAsync(
            allIds,
            database.People,
            cancellationToken
        );
        return new(
            records
                .GroupBy(record => record.AssignmentId)
                .ToDictionary(
                    states => states.Key,
                    states => states.MaxBy(record => (record.Revision, record.Id))!
                ),
            people,
            placements.ToLookup(placement => placement.PersonId),
            signed.ToLookup(attestation => attestation.SignerId)
        );
    }

    // Whoever turned out to be somebody else is that person, by their own old id.
    private async Task<Dictionary<Guid, Person>> ReadPeopleAsync(
        Guid[] personIds,
        CancellationToken cancellationToken
    )
    {
        var people = await database
            .People.AsNoTracking()
            .Where(person =>
                EF.Parameter(personIds).Contains(person.Id)
                || database.People.Any(held =>
                    EF.Parameter(personIds).Contains(held.Id) && held.MergedIntoId == person.Id
                )
            )
            .ToDictionaryAsync(person => person.Id, cancellationToken);
        return personIds.ToDictionary(
            personId => personId,
            personId =>
                people[personId] is { MergedIntoId: { } keptId } ? people[keptId] : people[personId]
        );
    }

    private static ReportCell[]? RowOf(
        Assignment assignment,
        FeedFacts known,
        DateOnly day,
        DateTimeOffset knownAt,
        Dictionary<Guid, string> programmes
    )
    {
        var person = known.People[assignment.PersonId];
        if (
            person.DiedOn is not null
            || !known.Records.TryGetValue(assignment.Id, out var record)
            || record.SupersededAt is not null && record.SignedAt is null && record.LeftAt is null
        )
        {
            return null;
        }

        var status = StatusOn(record, day);
        var signature =
            status == AssignmentStatus.Signed
                ? known.SignatureFor(assignment, person, record.SignedAt!.Value)
                : null;
        return
        [
            ReportCell.Of(day),
            ReportCell.Of(knownAt),
            ReportCell.Of(known.NumberOf(assignment.PersonId, person, day)),
            ReportCell.Of(person.Email),
            ReportCell.Of(programmes[assignment.ProgrammeId]),
            ReportCell.Of(record.CycleKey),
            ReportCell.Of(record.OpensOn),
            status == AssignmentStatus.OnHold ? ReportCell.Empty : ReportCell.Of(record.DueOn),
            ReportCell.Of(CompletionStatuses.WordOf(status)),
            ReportCell.Of(signature?.On),
            ReportCell.Of(signature?.Modules),
        ];
    }

    // What holds it is not told: there is one word for it.
    private static AssignmentStatus StatusOn(AssignmentRecord record, DateOnly day) =>
        record switch
        {
            { SignedAt: not null } => AssignmentStatus.Signed,
            { LeftAt: not null } => AssignmentStatus.Left,
            { DeclinedAt: not null } => AssignmentStatus.Declined,
            _ when day < record.OpensOn => AssignmentStatus.NotDue,
            { HeldAt: not null } => AssignmentStatus.OnHold,
            _ when day > record.DueOn => AssignmentStatus.Overdue,
            _ => AssignmentStatus.Open,
        };
}

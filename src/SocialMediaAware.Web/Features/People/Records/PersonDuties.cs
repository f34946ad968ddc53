using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>A duty of a person. What holds it is not said.</summary>
public sealed record DutyLine(
    Guid Id,
    string Programme,
    DateOnly OpensOn,
    DateOnly DueOn,
    AssignmentStatus Status
);

/// <summary>Something that a person signed.</summary>
public sealed record SignatureLine(Guid Id, string Programme, DateTimeOffset SignedAt);

/// <summary>What a person signs in with.</summary>
public sealed record AccountLine(string? Email, bool IsDisabled, DateTimeOffset? LastSignIn);

/// <summary>Reads what a person owes, signed, and signs in with, for those who may see their record.</summary>
public sealed class PersonDuties(PortalDbContext database, TimeProvider clock)
{
    private const int MostShown = 50;

    /// <summary>Their duties, the newest first.</summary>
    public Task<List<DutyLine>> ReadDutiesAsync(
        OpenedRecord record,
        CancellationToken cancellationToken
    )
    {
        var (personId, agencyIds) = (record.Person.Id, record.AgencyIds.ToArray());
        return database
            .Assignments.Where(assignment => assignment.PersonId == personId)
            .StandingOn(clock.Today())
            .Where(standing => agencyIds.Contains(standing.AgencyId))
            .Where(standing => standing.Status != AssignmentStatus.Superseded)
            .OrderByDescending(standing => standing.OpensOn)
            .ThenBy(standing => standing.Id)
            .Take(MostShown)
            .Select(standing => new DutyLine(
                standing.Id,
                database
                    .Assignments.Where(one => one.Id == standing.Id)
                    .Join(
                        database.Programmes,
                        one => one.ProgrammeId,
                        programme => programme.Id,
                        (one, programme) => programme.Name
                    )
                    .First(),
                standing.OpensOn,
                standing.DueOn,
                standing.Status
            ))
            .ToListAsync(cancellationToken);
    }

    /// <summary>What they signed in these agencies, the newest first; also while they were held a second time.</summary>
    public Task<List<SignatureLine>> ReadSignaturesAsync(
        OpenedRecord record,
        CancellationToken cancellationToken
    )
    {
        var agencyIds = record.AgencyIds.ToArray();
        return database
            .Attestations.OwnedBy(record.Person.Id, database.People)
            .Where(attestation => agencyIds.Contains(attestation.AgencyId))
            .NewestFirst()
            .Take(MostShown)
            .Select(attestation => new SignatureLine(
                attestation.Id,
                database
                    .Assignments.Where(one => one.Id == attestation.AssignmentId)
                    .Join(
                        database.Programmes,
                        one => one.ProgrammeId,
                        programme => programme.Id,
                        (one, programme) => programme.Name
                    )
                    .First(),
                attestation.SignedAt
            ))
            .ToListAsync(cancellationToken);
    }

    /// <summary>What they sign in with; null for nothing.</summary>
    public Task<AccountLine?> ReadAccountAsync(
        Guid personId,
        CancellationToken cancellationToken
    ) =>
        database
            .Users.Where(account => account.PersonId == personId)
            .OrderBy(account => account.DisabledAt != null)
            .Select(account => new AccountLine(
                account.Email,
                account.DisabledAt != null,
                database
                    .Sessions.Where(session => session.AccountId == account.Id)
                    .Max(session => (DateTimeOffset?)session.StartedAt)
            ))
            .FirstOrDefaultAsync(cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>A line of the list of sessions.</summary>
public sealed record SessionLine(
    Guid Id,
    string Title,
    string Place,
    DateOnly Day,
    bool IsClosed,
    int People
);

/// <summary>Somebody in a session, and how far they are.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">What they are called.</param>
/// <param name="HasCode">Whether a code holds for them.</param>
/// <param name="HasUsedCode">Whether they were here.</param>
/// <param name="LeftToSign">How much of the session's programmes they still have to sign.</param>
public sealed record ParticipantLine(
    Guid PersonId,
    string Name,
    bool HasCode,
    bool HasUsedCode,
    int LeftToSign
);

/// <summary>
/// Finds sessions for whoever may see to them: HR of the agency, and a leader the ones that they opened. For everybody else there are
/// none.
/// </summary>
public sealed class AssistedSessions(
    PortalDbContext database,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>How many are on a page.</summary>
    public const int PageLength = 25;

    /// <summary>The sessions that this account may see to.</summary>
    public IQueryable<AssistedSession> Mine
    {
        get
        {
            var asHr = signedIn.AgenciesAs(PortalRole.HumanResources);
            var asLeader = signedIn.AgenciesAs(PortalRole.Leader);
            var account = signedIn.AccountId;
            return database.AssistedSessions.Where(session =>
                asHr.Contains(session.AgencyId)
                || (
                    asLeader.Contains(session.AgencyId)
                    && session.IsByLeader
                    && session.OpenedByAccountId == account
                )
            );
        }
    }

    /// <summary>A page of them, the latest day first.</summary>
    public async Task<(IReadOnlyList<SessionLine> Lines, bool HasMore)> ReadAsync(
        int page,
        CancellationToken cancellationToken
    )
    {
        var lines = await Mine.OrderByDescending(session => session.Day)
            .ThenByDescending(session => session.OpenedAt)
            .Skip((page - 1) * PageLength)
            .Take(PageLength + 1)
            .Select(session => new SessionLine(
                session.Id,
                session.Title,
                session.Place,
                session.Day,
                session.ClosedAt != null,
                session.Participants.Count
            ))
            .ToListAsync(cancellationToken);
        return ([.. lines.Take(PageLength)], lines.Count > PageLength);
    }

    /// <summary>One of them, with its programmes; null when there is none for whoever asks.</summary>
    public Task<AssistedSession?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Mine.Include(session => session.Programmes)
            .SingleOrDefaultAsync(session => session.Id == id, cancellationToken);

    /// <summary>The names of its programmes.</summary>
    public async Task<IReadOnlyList<string>> ReadProgrammesAsync(
        AssistedSession session,
        CancellationToken cancellationToken
    )
    {
        Guid[] programmes = [.. session.Programmes.Select(programme => programme.ProgrammeId)];
        return await database
            .Programmes.Where(programme => programmes.Contains(programme.Id))
            .OrderBy(programme => programme.Name)
            .Select(programme => programme.Name)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Its people, by name.</summary>
    public async Task<IReadOnlyList<ParticipantLine>> ReadPeopleAsync(
        AssistedSession session,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today();
        var day = session.Day;
        Guid[] programmes = [.. session.Programmes.Select(programme => programme.ProgrammeId)];
        return await (
            from participant in database.Set<AssistedParticipant>()
            where participant.SessionId == session.Id
            join name in database.PersonNames.HoldingOn(today)
                on participant.PersonId equals name.PersonId
            orderby name.FoundBy, participant.PersonId
            select new ParticipantLine(
                participant.PersonId,
                name.Name,
                participant.CodeHash != null,
                participant.CodeUsedAt != null,
                database.Assignments.Count(assignment =>
                    assignment.PersonId == participant.PersonId
                    && programmes.Contains(assignment.ProgrammeId)
                    && assignment.OpensOn <= day
                    && assignment.SignedAt == null
                    && assignment.DeclinedAt == null
                    && assignment.SupersededAt == null
                    && assignment.LeftAt == null
                )
            )
        ).ToListAsync(cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>Somebody who could be asked.</summary>
public sealed record Candidate(Guid PersonId, string Name);

/// <summary>Something that somebody has still to sign.</summary>
public sealed record OpenDuty(Guid AssignmentId, string Name, string Programme, DateOnly DueOn);

/// <summary>
/// Finds people who have something to sign: for HR in its agency, for a leader among those they lead today. It never says what holds
/// somebody up.
/// </summary>
public sealed class Candidates(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    /// <summary>How many are shown; a search finds the others.</summary>
    public const int Most = 50;

    /// <summary>Those who could be asked to a session and are not.</summary>
    public async Task<IReadOnlyList<Candidate>> FindAsync(
        AssistedSession session,
        string? search,
        CancellationToken cancellationToken
    )
    {
        var asked = database
            .Set<AssistedParticipant>()
            .Where(participant => participant.SessionId == session.Id)
            .Select(participant => participant.PersonId);
        return await Named(search, InSession(session).Where(person => !asked.Contains(person)))
            .Take(Most + 1)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Those of these people who may be asked.</summary>
    public async Task<IReadOnlyList<Guid>> AllowedAsync(
        AssistedSession session,
        IReadOnlyCollection<Guid> personIds,
        CancellationToken cancellationToken
    ) =>
        await InSession(session)
            .Where(person => personIds.Contains(person))
            .ToListAsync(cancellationToken);

    /// <summary>What people of HR's agencies have still to sign, for the paper way.</summary>
    public async Task<IReadOnlyList<OpenDuty>> FindDutiesAsync(
        string search,
        CancellationToken cancellationToken
    )
    {
        var mine = signedIn.AgenciesAs(PortalRole.HumanResources);
        var words = SearchWords.Of(search.Trim());
        var today = clock.Today();
        return await (
            from assignment in Open(today)
            where mine.Contains(assignment.AgencyId)
            join name in database.PersonNames.HoldingOn(today)
                on assignment.PersonId equals name.PersonId
            where name.FoundBy.Contains(words)
            join programme in database.Programmes on assignment.ProgrammeId equals programme.Id
            orderby name.FoundBy, assignment.DueOn, assignment.Id
            select new OpenDuty(assignment.Id, name.Name, programme.Name, assignment.DueOn)
        )
            .Take(Most)
            .ToListAsync(cancellationToken);
    }

    private IQueryable<Assignment> Open(DateOnly day) =>
        database.Assignments.Where(assignment =>
            assignment.OpensOn <= day
            && assignment.SignedAt == null
            && assignment.DeclinedAt == null
            && assignment.SupersededAt == null
            && assignment.LeftAt == null
        );

    private IQueryable<Guid> InSession(AssistedSession session)
    {
        Guid[] programmes = [.. session.Programmes.Select(programme => programme.ProgrammeId)];
        var today = clock.Today();
        var agencyId = session.AgencyId;
        var people = Open(session.Day)
            .Where(assignment =>
                assignment.AgencyId == agencyId && programmes.Contains(assignment.ProgrammeId)
            )
            .Select(assignment => assignment.PersonId);
        var living = database
            .People.Where(person => person.DiedOn == null && person.MergedIntoId == null)
            .Where(person => people.Contains(person.Id))
            .Select(person => person.Id);
        if (!session.IsByLeader)
        {
            return living;
        }

        var leader = signedIn.PersonId;
        var led = database
            .Leaderships.HoldingOn(today)
            .Where(leadership => leadership.LeaderId == leader && leadership.AgencyId == agencyId)
            .Select(leadership => leadership.PersonId);
        return living.Where(person => led.Contains(person));
    }

    private IQueryable<Candidate> Named(string? search, IQueryable<Guid> people)
    {
        var words = SearchWords.Of(search?.Trim() ?? "");
        var today = clock.Today();
        return from name in database.PersonNames.HoldingOn(today)
            where people.Contains(name.PersonId)
            where words == "" || name.FoundBy.Contains(words)
            orderby name.FoundBy, name.PersonId
            select new Candidate(name.PersonId, name.Name);
    }
}

using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>Somebody at a shared screen: what they may get at there.</summary>
public sealed record PresentVisit(AssistedVisit Visit, AssistedSession Session);

/// <summary>Reads the visit that a request belongs to, and what bounds it.</summary>
public sealed class AssistedVisits(
    PortalDbContext database,
    SharedScreens screens,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>The visit, if it still lasts and this device is still the screen it began at; otherwise null.</summary>
    public async Task<PresentVisit?> FindAsync(
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    )
    {
        if (
            !Guid.TryParse(user.FindFirstValue(PortalClaims.SessionId), out var sessionId)
            || await screens.FindAsync(cancellationToken) is not { } screen
        )
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var visit = await database.AssistedVisits.SingleOrDefaultAsync(
            visit => visit.SignInSessionId == sessionId && visit.ScreenId == screen.Screen.Id,
            cancellationToken
        );
        if (visit is null || visit.PersonId != signedIn.PersonId || visit.IsOverAt(now))
        {
            return null;
        }

        visit.See(now);
        await database.SaveChangesAsync(cancellationToken);
        return new PresentVisit(visit, screen.Session);
    }

    /// <summary>The person's own assignments of the session's programmes, whether done or not.</summary>
    public IQueryable<Assignment> AssignmentsOf(PresentVisit present)
    {
        Guid[] programmes =
        [
            .. present.Session.Programmes.Select(programme => programme.ProgrammeId),
        ];
        var agencyId = present.Session.AgencyId;
        return database
            .Assignments.OwnedBy(present.Visit.PersonId)
            .Where(assignment =>
                assignment.AgencyId == agencyId && programmes.Contains(assignment.ProgrammeId)
            );
    }

    /// <summary>Whether anything is left to do for the person here.</summary>
    public Task<bool> HasMoreToDoAsync(PresentVisit present, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return AssignmentsOf(present)
            .AnyAsync(
                assignment =>
                    assignment.OpensOn <= today
                    && assignment.SignedAt == null
                    && assignment.DeclinedAt == null
                    && assignment.SupersededAt == null
                    && assignment.LeftAt == null,
                cancellationToken
            );
    }

    /// <summary>The session that somebody signs in, as a ground of what they sign; null when they are in none.</summary>
    public async Task<Ground?> FindGroundAsync(Guid personId, CancellationToken cancellationToken)
    {
        var session = await (
            from visit in database.AssistedVisits
            where visit.PersonId == personId
            join held in database.AssistedSessions on visit.SessionId equals held.Id
            orderby visit.BegunAt descending
            select held
        ).FirstOrDefaultAsync(cancellationToken);
        return session is null
            ? null
            : new Ground(
                GroundKind.AssistedSession,
                session.Id.ToString(),
                session.Id,
                session.Hash(),
                $"{session.Title}, {session.Place}, {session.Day.InFewWords()}"
            );
    }
}

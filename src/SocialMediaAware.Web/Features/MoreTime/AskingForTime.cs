using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Relief;

namespace SocialMediaAware.Web.Features.MoreTime;

/// <summary>
/// Somebody asks for more time for an assignment of their own, sees the answer, or takes back what they asked. The audit log says
/// of it what it says of leave and exemptions: that something about due dates changed.
/// </summary>
public sealed class AskingForTime(PortalDbContext database, AuditLog audit, TimeProvider clock)
{
    /// <summary>Asks. A form that is sent twice asks once, and so does a second form while the first one waits.</summary>
    /// <returns>Whether this form's request stands; false where another one waits.</returns>
    public async Task<bool> AskAsync(
        Guid form,
        OwnTime own,
        DateOnly until,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var assignment = own.Assignment;
        database.Add(
            TimeRequest.Ask(
                form,
                assignment.AgencyId,
                assignment.Id,
                assignment.PersonId,
                until,
                reason,
                clock.GetUtcNow()
            )
        );
        audit.AddDueDates(assignment.AgencyId, assignment.PersonId);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            database.ChangeTracker.Clear();
            return await database
                .TimeRequests.AskedBy(assignment.PersonId)
                .AnyAsync(
                    request => request.Id == form && request.AssignmentId == assignment.Id,
                    cancellationToken
                );
        }
    }

    /// <summary>Takes back what waits.</summary>
    /// <returns>Whether nothing waits any more without an answer; false where it was answered at that moment.</returns>
    public async Task<bool> TakeBackAsync(OwnTime own, CancellationToken cancellationToken)
    {
        if (own.Waiting is not { } waiting)
        {
            return own.Requests is not [{ AnsweredAt: not null }, ..];
        }

        waiting.TakeBack(clock.GetUtcNow());
        audit.AddDueDates(waiting.AgencyId, waiting.PersonId);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>The person sees the answers.</summary>
    public async Task SeeAsync(OwnTime own, CancellationToken cancellationToken)
    {
        foreach (var request in own.Requests)
        {
            request.See(clock.GetUtcNow());
        }

        await SaveAsync(cancellationToken);
    }

    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return false;
        }
    }
}

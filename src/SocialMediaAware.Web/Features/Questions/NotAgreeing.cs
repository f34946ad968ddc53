using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>A person says that they read it and do not agree, or takes that back.</summary>
public sealed class NotAgreeing(PortalDbContext database, TimeProvider clock)
{
    private const int MostAttempts = 5;

    /// <summary>Finds a person's own assignment; null for anybody else's.</summary>
    public Task<Assignment?> FindAsync(
        Guid personId,
        Guid assignmentId,
        CancellationToken cancellationToken
    ) =>
        database
            .Assignments.OwnedBy(personId)
            .SingleOrDefaultAsync(assignment => assignment.Id == assignmentId, cancellationToken);

    /// <summary>Records that they do not agree, or that they changed their mind. After a signature it changes nothing.</summary>
    public async Task RecordAsync(
        Assignment assignment,
        bool agreesAfterAll,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            if (agreesAfterAll)
            {
                assignment.TakeBackDecline();
            }
            else if (assignment.CanBeDoneOn(clock.Today()))
            {
                assignment.Decline(clock.GetUtcNow());
            }

            try
            {
                await database.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                // A second click, or the planner, was faster: say it of what stands there now.
                database.ChangeTracker.Clear();
                assignment =
                    await FindAsync(assignment.PersonId, assignment.Id, cancellationToken)
                    ?? assignment;
            }
        }
    }
}

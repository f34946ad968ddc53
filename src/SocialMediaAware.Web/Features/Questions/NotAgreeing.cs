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
            await ChangeAsync(assignment, agreesAfterAll, cancellationToken);
            try
            {
                await database.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException error)
                when (attempt < MostAttempts
                    && (error is DbUpdateConcurrencyException || error.IsUniqueViolation())
                )
            {
                // A second click, or the planner, was faster: say it of what stands there now.
                database.ChangeTracker.Clear();
                assignment =
                    await FindAsync(assignment.PersonId, assignment.Id, cancellationToken)
                    ?? assignment;
            }
        }
    }

    // What is kept of it for HR is written with the assignment, in one transaction.
    private async Task ChangeAsync(
        Assignment assignment,
        bool agreesAfterAll,
        CancellationToken cancellationToken
    )
    {
        var at = clock.GetUtcNow();
        var didAgree = assignment.DeclinedAt is null;
        if (agreesAfterAll)
        {
            assignment.TakeBackDecline();
        }
        else if (assignment.CanBeDoneOn(clock.Today()))
        {
            assignment.Decline(at);
        }

        var agrees = assignment.DeclinedAt is null;
        if (didAgree && !agrees)
        {
            database.Add(
                Disagreement.Say(assignment.AgencyId, assignment.Id, assignment.PersonId, at)
            );
        }
        else if (!didAgree && agrees)
        {
            var said = await database
                .Disagreements.IgnoreQueryFilters([PortalDbContext.AgencyWall])
                .SingleOrDefaultAsync(
                    said => said.AssignmentId == assignment.Id && said.TakenBackAt == null,
                    cancellationToken
                );
            said?.TakeBack(at);
        }
    }
}

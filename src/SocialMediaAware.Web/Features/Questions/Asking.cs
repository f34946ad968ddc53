using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>What somebody asks.</summary>
/// <param name="Form">The form it came with.</param>
/// <param name="AssignmentId">The assignment it keeps them from signing, if it is theirs.</param>
/// <param name="ModuleSlug">The module it is about.</param>
/// <param name="SectionId">The section it is about.</param>
/// <param name="Text">The question.</param>
public sealed record NewQuestion(
    Guid Form,
    Guid? AssignmentId,
    string? ModuleSlug,
    string? SectionId,
    string Text
);

/// <summary>A person asks the integrity adviser; the assignment waits.</summary>
public sealed class Asking(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Asks, once however often the form is sent.</summary>
    /// <returns>The question's id; null when the person belongs to no agency that could answer.</returns>
    public async Task<Guid?> AskAsync(
        Guid personId,
        NewQuestion asked,
        CancellationToken cancellationToken
    )
    {
        var assignment = await database
            .Assignments.OwnedBy(personId)
            .SingleOrDefaultAsync(each => each.Id == asked.AssignmentId, cancellationToken);
        var agencyId = assignment?.AgencyId ?? await FindAgencyAsync(personId, cancellationToken);
        if (agencyId is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        database.Add(
            Question.Ask(
                asked.Form,
                agencyId.Value,
                personId,
                assignment?.Id,
                asked.ModuleSlug,
                asked.SectionId,
                asked.Text,
                now
            )
        );
        assignment?.Hold(now);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same form came before, from a double click or another tab: that is the question.
            database.ChangeTracker.Clear();
            if (
                !await database
                    .Questions.AskedBy(personId)
                    .AnyAsync(question => question.Id == asked.Form, cancellationToken)
            )
            {
                throw;
            }
        }

        return asked.Form;
    }

    private async Task<Guid?> FindAgencyAsync(Guid personId, CancellationToken cancellationToken) =>
        await database
            .Placements.HoldingOn(clock.Today())
            .Where(placement => placement.PersonId == personId)
            .OrderBy(placement => placement.HoldsFrom)
            .Select(placement => (Guid?)placement.AgencyId)
            .FirstOrDefaultAsync(cancellationToken);
}

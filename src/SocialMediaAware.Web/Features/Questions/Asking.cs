using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>What somebody asks.</summary>
/// <param name="Form">The form it came with.</param>
/// <param name="AgencyId">The agency whose advisers are asked.</param>
/// <param name="Place">What it is about, and the assignment it keeps them from signing.</param>
/// <param name="Text">The question.</param>
public sealed record NewQuestion(Guid Form, Guid AgencyId, QuestionPlace Place, string Text);

/// <summary>A person asks the integrity adviser; the assignment waits. The audit log learns nothing of it.</summary>
public sealed class Asking(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Asks, once however often the form is sent.</summary>
    /// <returns>The question's id.</returns>
    public async Task<Guid> AskAsync(
        Guid personId,
        NewQuestion asked,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await AskOnceAsync(personId, asked, cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // The same form came at the same moment, from a double click or another tab: now it is found.
            database.ChangeTracker.Clear();
            return await AskOnceAsync(personId, asked, cancellationToken);
        }
    }

    private async Task<Guid> AskOnceAsync(
        Guid personId,
        NewQuestion asked,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var takenBy = await database
            .Questions.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(question =>
                question.Id == asked.Form
                || question.Messages.Any(message => message.Id == asked.Form)
            )
            .Select(question => new { question.Id, question.PersonId })
            .ToListAsync(cancellationToken);
        if (takenBy.Find(question => question.PersonId == personId) is { } own)
        {
            return own.Id;
        }

        // A form's id that is missing, or somebody else's, gives way to a new one.
        var form = asked.Form == Guid.Empty || takenBy.Count > 0 ? Guid.NewGuid() : asked.Form;
        var now = clock.GetUtcNow();
        database.Add(
            Question.Ask(
                form,
                asked.AgencyId,
                personId,
                asked.Place.AssignmentId,
                asked.Place.ModuleSlug,
                asked.Place.SectionId,
                asked.Text,
                now
            )
        );
        var assignment = await database
            .Assignments.OwnedBy(personId)
            .SingleOrDefaultAsync(each => each.Id == asked.Place.AssignmentId, cancellationToken);
        assignment?.Hold(now);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return form;
    }
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>What somebody asks.</summary>
/// <param name="Form">The form it came with.</param>
/// <param name="AgencyId">The agency whose advisers are asked.</param>
/// <param name="Place">What it is about, and the assignment it keeps them from signing.</param>
/// <param name="Text">The question.</param>
public sealed record NewQuestion(Guid Form, Guid AgencyId, QuestionPlace Place, string Text);

/// <summary>A person asks the integrity adviser; the assignment waits. The audit log learns nothing of it.</summary>
public sealed class Asking(
    PortalDbContext database,
    AssignmentClock assignmentClock,
    TimeProvider clock
)
{
    /// <summary>
    /// Asks, once however often the form is sent. Sent again with other words, these are added to the question.
    /// </summary>
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
        await assignmentClock.LockAsync(personId, cancellationToken);
        var earlier = await database
            .Questions.AskedBy(personId)
            .Include(question => question.Messages)
            .SingleOrDefaultAsync(question => question.Id == asked.Form, cancellationToken);
        if (earlier?.Says(asked.Text, isFromAsker: true) == true)
        {
            return earlier.Id;
        }

        var question = earlier is null
            ? await AskNewAsync(personId, asked, cancellationToken)
            : AskFurther(earlier, asked.Text);
        await database.SaveChangesAsync(cancellationToken);
        await assignmentClock.SettleAsync(personId, question.AssignmentId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return question.Id;
    }

    // Somebody went back, wrote it anew and sent it again: what was sent before stays, and nothing is lost.
    private Question AskFurther(Question question, string text)
    {
        var message = Guid.NewGuid();
        question.AskFurther(message, text, clock.GetUtcNow());
        database.Entry(question.Messages.Single(each => each.Id == message)).State =
            EntityState.Added;
        return question;
    }

    private async Task<Question> AskNewAsync(
        Guid personId,
        NewQuestion asked,
        CancellationToken cancellationToken
    )
    {
        // A form's id that is missing, or another question's, gives way to a new one.
        var isTaken = await database.Questions.HoldMessageAsync(asked.Form, cancellationToken);
        var question = Question.Ask(
            asked.Form == Guid.Empty || isTaken ? Guid.NewGuid() : asked.Form,
            asked.AgencyId,
            personId,
            asked.Place.AssignmentId,
            asked.Place.ModuleSlug,
            asked.Place.SectionId,
            asked.Text,
            clock.GetUtcNow()
        );
        database.Add(question);
        return question;
    }
}

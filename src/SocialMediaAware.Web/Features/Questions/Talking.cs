using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>
/// The person and the integrity adviser write to one another. Nobody else finds the question: for them it does not exist.
/// </summary>
public sealed class Talking(
    PortalDbContext database,
    AssignmentClock assignmentClock,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>Finds a question for whoever asks for it.</summary>
    /// <returns>Null for everyone but the person and the agency's integrity advisers.</returns>
    public async Task<Question?> FindAsync(Guid questionId, CancellationToken cancellationToken)
    {
        var question = await database
            .Questions.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Include(each => each.Messages)
            .SingleOrDefaultAsync(each => each.Id == questionId, cancellationToken);
        return question is not null && (IsAsker(question) || IsAdviser(question)) ? question : null;
    }

    /// <summary>Whether whoever is signed in asked it.</summary>
    public bool IsAsker(Question question) => signedIn.PersonId == question.PersonId;

    /// <summary>Whether whoever is signed in answers it.</summary>
    public bool IsAdviser(Question question) =>
        !IsAsker(question) && signedIn.Has(PortalRole.IntegrityAdviser, question.AgencyId);

    /// <summary>Adds a message: from the person it asks further, from an adviser it answers.</summary>
    public async Task WriteAsync(
        Question question,
        Guid form,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (question.Messages.Any(message => message.Id == form))
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (IsAsker(question))
        {
            question.AskFurther(form, text, now);
        }
        else
        {
            question.Answer(form, text, now);
        }

        // The key is given, so the message must be said to be new.
        database.Entry(question.Messages.Single(message => message.Id == form)).State =
            EntityState.Added;
        await SettleAsync(question, now, cancellationToken);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (
                await FindAsync(question.Id, cancellationToken) is not { } kept
                || kept.Messages.All(message => message.Id != form)
            )
            {
                throw;
            }
        }
    }

    /// <summary>The person needs no answer any more.</summary>
    public async Task WithdrawAsync(Question question, CancellationToken cancellationToken)
    {
        question.Withdraw();
        await SettleAsync(question, clock.GetUtcNow(), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    // The assignment waits while any question of it waits.
    private async Task SettleAsync(
        Question question,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (question.WaitingSince is null)
        {
            await assignmentClock.StartAfterAsync(question, cancellationToken);
            return;
        }

        var assignment = await database
            .Assignments.OwnedBy(question.PersonId)
            .SingleOrDefaultAsync(each => each.Id == question.AssignmentId, cancellationToken);
        assignment?.Hold(now);
    }
}

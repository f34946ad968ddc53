using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>
/// The person and the integrity adviser write to one another. Nobody else finds the question: for them it does not exist.
/// </summary>
public sealed class Talking(
    PortalDbContext database,
    AssignmentClock assignmentClock,
    Notices notices,
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

    /// <summary>
    /// Adds a message: from the person it asks further, from an adviser it answers. A form sent twice is one message; sent again
    /// with other words, these are a further message.
    /// </summary>
    public async Task WriteAsync(
        Question question,
        Guid form,
        string text,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await WriteOnceAsync(question, form, text, cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // The same form came with another question at the same moment: now it is found.
            await WriteOnceAsync(question, form, text, cancellationToken);
        }
    }

    /// <summary>The person needs no answer any more.</summary>
    public async Task WithdrawAsync(Question question, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var latest = await LatestAsync(question, cancellationToken);
        latest.Withdraw();
        await SettleAsync(latest, transaction, cancellationToken);
    }

    private async Task WriteOnceAsync(
        Question question,
        Guid form,
        string text,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var latest = await LatestAsync(question, cancellationToken);
        var isFromAsker = IsAsker(latest);
        var isTaken = await database.Questions.HoldMessageAsync(form, cancellationToken);
        if (isTaken && latest.Says(text, isFromAsker))
        {
            return;
        }

        // The words that came with the form before are kept, and nobody's message gives way to another's.
        var id = isTaken ? Guid.NewGuid() : form;
        var now = clock.GetUtcNow();
        if (isFromAsker)
        {
            latest.AskFurther(id, text, now);
        }
        else
        {
            latest.Answer(id, text, now);
            await TellAskerAsync(latest, cancellationToken);
        }

        // The key is given, so the message must be said to be new.
        database.Entry(latest.Messages.Single(message => message.Id == id)).State =
            EntityState.Added;
        await SettleAsync(latest, transaction, cancellationToken);
    }

    // That there is an answer, and nothing else; an adviser who adds something on the same day tells it once.
    private async Task TellAskerAsync(Question question, CancellationToken cancellationToken) =>
        await notices.AddAsync(
            new Notice(
                MailTemplateKind.QuestionAnswered,
                question.AgencyId,
                question.PersonId,
                $"question-answered/{question.Id}",
                $"/questions/{question.Id}"
            )
            {
                IsDaily = true,
            },
            cancellationToken
        );

    // As it is now, and not as it was when the page was made.
    private async Task<Question> LatestAsync(Question seen, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        await assignmentClock.LockAsync(seen.PersonId, cancellationToken);
        return await database
            .Questions.AskedBy(seen.PersonId)
            .Include(each => each.Messages)
            .SingleAsync(each => each.Id == seen.Id, cancellationToken);
    }

    private async Task SettleAsync(
        Question question,
        IDbContextTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        await database.SaveChangesAsync(cancellationToken);
        await assignmentClock.SettleAsync(
            question.PersonId,
            question.AssignmentId,
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
    }
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>A person starts the quiz of a module.</summary>
public sealed class Starting(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Draws and keeps an attempt, unless there is one already: starting twice starts once.</summary>
    public async Task StartAsync(
        Assignment assignment,
        Module module,
        CancellationToken cancellationToken
    )
    {
        var attempts = database
            .QuizAttempts.Of(assignment.PersonId, assignment.Id)
            .At(module.Slug, module.Version);
        if (await attempts.AnyAsync(cancellationToken))
        {
            return;
        }

        var metAt = await database
            .ScenariosMet.MetBy(assignment.PersonId, module.Slug)
            .ToDictionaryAsync(
                each => each.ScenarioSlug,
                each => each.LastMetAt,
                cancellationToken
            );
        var seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
        var drawn = QuizDraw.Draw(module.Scenarios, DrawRules.Of(module, metAt, seed));
        database.QuizAttempts.Add(
            QuizAttempt.Begin(
                assignment,
                module,
                seed,
                drawn,
                metAt.Keys.ToHashSet(),
                clock.GetUtcNow()
            )
        );
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The other tab was first: its attempt is the one.
            database.ChangeTracker.Clear();
            if (!await attempts.AnyAsync(cancellationToken))
            {
                throw;
            }
        }
    }
}

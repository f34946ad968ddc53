using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.OutsideLearning;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>
/// What every act on a programme has in common: it is HR's of the agency, stands in one transaction with its line of history and its
/// audit entry, is refused when somebody else was quicker, and is planned at once.
/// </summary>
public sealed class ProgrammeActs(
    PortalDbContext database,
    KeptProgrammes programmes,
    PlanningAtOnce planning,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Does it, and plans.</summary>
    /// <param name="id">The programme.</param>
    /// <param name="revision">How often it had been changed when the account looked at it.</param>
    /// <param name="isDone">Whether it is done already: a form that was sent twice finds its own work.</param>
    /// <param name="act">Does it; the outcome tells what hindered it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ProgrammeOutcome> DoAsync(
        Guid id,
        int revision,
        Func<Programme, bool> isDone,
        Func<KeptProgramme, Task<ProgrammeOutcome>> act,
        CancellationToken cancellationToken
    )
    {
        var outcome = await TryAsync(id, revision, isDone, act, cancellationToken);
        if (outcome is ProgrammeOutcome.Done)
        {
            await planning.RunAsync(cancellationToken);
        }

        return outcome;
    }

    private async Task<ProgrammeOutcome> TryAsync(
        Guid id,
        int revision,
        Func<Programme, bool> isDone,
        Func<KeptProgramme, Task<ProgrammeOutcome>> act,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await SaveAsync(id, revision, isDone, act, cancellationToken);
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsUniqueViolation())
        {
            return ProgrammeOutcome.ChangedMeanwhile;
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    private async Task<ProgrammeOutcome> SaveAsync(
        Guid id,
        int revision,
        Func<Programme, bool> isDone,
        Func<KeptProgramme, Task<ProgrammeOutcome>> act,
        CancellationToken cancellationToken
    )
    {
        database.ChangeTracker.Clear();
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        if (await programmes.FindAsync(id, cancellationToken) is not { } kept)
        {
            return ProgrammeOutcome.NotFound;
        }

        if (kept.Programme.Revision != revision)
        {
            return isDone(kept.Programme)
                ? ProgrammeOutcome.Done
                : ProgrammeOutcome.ChangedMeanwhile;
        }

        var outcome = await act(kept);
        if (outcome is not ProgrammeOutcome.Done)
        {
            return outcome;
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Adds the line of history and the audit entry.</summary>
    public void Record(
        KeptProgramme kept,
        ProgrammeTerms terms,
        ProgrammeChangeKind kind,
        string reason
    )
    {
        database.Add(
            ProgrammeChange.Record(
                kept.Programme,
                terms,
                kind,
                signedIn.AccountId,
                reason,
                clock.GetUtcNow()
            )
        );
        audit.Add(
            AuditActions.ProgrammeRun,
            kept.Programme.AgencyId,
            $"programme {kept.Programme.Id}",
            reason.Length == 0 ? kind.ToString() : $"{kind}: {reason}"
        );
    }

    /// <summary>Has the terms hold, and brings what is accepted from elsewhere in line with them.</summary>
    /// <returns>The terms as they hold.</returns>
    public async Task<ProgrammeTerms> AdoptAsync(
        KeptProgramme kept,
        ProgrammeTerms terms,
        CancellationToken cancellationToken
    )
    {
        kept.Programme.Adopt(terms);
        string[] wanted = [.. terms.AcceptedElsewhere.Intersect(terms.ModuleSlugs)];
        var there = await database
            .OutsideAcceptances.Where(one => one.ProgrammeId == kept.Programme.Id)
            .ToListAsync(cancellationToken);
        database.RemoveRange(there.Where(one => !wanted.Contains(one.ModuleSlug)));
        database.AddRange(
            wanted
                .Except(there.Select(one => one.ModuleSlug))
                .Select(slug =>
                    OutsideAcceptance.Accept(
                        kept.Programme.AgencyId,
                        kept.Programme.Id,
                        slug,
                        signedIn.AccountId,
                        clock.GetUtcNow()
                    )
                )
        );
        return kept.Programme.TermsWith(wanted);
    }
}

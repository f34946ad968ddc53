using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>How a change of an election ended.</summary>
public enum ElectionChange
{
    /// <summary>It is done, now or by the same form before.</summary>
    Done,

    /// <summary>There is no such election.</summary>
    NotFound,

    /// <summary>Somebody else changed it meanwhile: nothing was done.</summary>
    ChangedMeanwhile,

    /// <summary>The dates do not allow it, or it does not say where it was announced.</summary>
    Refused,
}

/// <summary>Moves a polling day, and plans anew.</summary>
public sealed class MovingPollingDay(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    PlanningAtOnce planning,
    TimeProvider clock
)
{
    /// <summary>Moves it, and writes it to the audit log in the same transaction. Afterwards open assignments move with it.</summary>
    /// <param name="key">The election.</param>
    /// <param name="version">The version of the election that the mover saw.</param>
    /// <param name="announcement">The new polling day.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidOperationException">The account does not keep elections.</exception>
    public async Task<ElectionChange> MoveAsync(
        string key,
        int version,
        PollingDayAnnouncement announcement,
        CancellationToken cancellationToken
    )
    {
        signedIn.DemandKeeper();
        try
        {
            var outcome = await SaveAsync(key, version, announcement, cancellationToken);
            if (outcome is ElectionChange.Done)
            {
                await planning.RunAsync(cancellationToken);
            }

            return outcome;
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsUniqueViolation())
        {
            return ElectionChange.ChangedMeanwhile;
        }
    }

    private async Task<ElectionChange> SaveAsync(
        string key,
        int version,
        PollingDayAnnouncement announcement,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var election = await database
            .ElectionEvents.Include(election => election.PollingDays)
            .SingleOrDefaultAsync(election => election.Key == key, cancellationToken);
        if (election is null)
        {
            return ElectionChange.NotFound;
        }

        if (election.Version != version)
        {
            // A form that was sent twice finds its own work done.
            return
                election.NewestPollingDay.ByAccountId == signedIn.AccountId
                && election.PollingDay == announcement.Day
                ? ElectionChange.Done
                : ElectionChange.ChangedMeanwhile;
        }

        if (
            announcement.Source.Length is 0 or > ElectionPollingDay.SourceLength
            || announcement.AnnouncedOn is not { } announced
            || election.ObstacleTo(announcement.Day, announced, clock.Today()) is not null
        )
        {
            return ElectionChange.Refused;
        }

        var before = election.PollingDay;
        election.MovePollingDay(announcement, signedIn.AccountId, clock.GetUtcNow());
        audit.Add(
            AuditActions.PollingDayMoved,
            agencyId: null,
            key,
            $"{before:yyyy-MM-dd} to {announcement.Day:yyyy-MM-dd}, announced {announced:yyyy-MM-dd}, {announcement.Source}"
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ElectionChange.Done;
    }
}

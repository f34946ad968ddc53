using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Records that the new government was sworn in: the time after the election is over.</summary>
public sealed class RecordingGovernment(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Records it, and writes it to the audit log in the same transaction.</summary>
    /// <returns>
    /// <see cref="ElectionChange.ChangedMeanwhile" /> when somebody has recorded another day; <see cref="ElectionChange.Refused" />
    /// when the day lies in the future or not after polling.
    /// </returns>
    /// <exception cref="InvalidOperationException">The account does not keep elections.</exception>
    public async Task<ElectionChange> RecordAsync(
        string key,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        signedIn.DemandKeeper();
        var election = await database
            .ElectionEvents.Include(election => election.PollingDays)
            .SingleOrDefaultAsync(
                election => election.Key == key && election.Kind == ElectionKind.General,
                cancellationToken
            );
        if (election is null)
        {
            return ElectionChange.NotFound;
        }

        if (election.GovernmentFormedOn is { } recorded)
        {
            return recorded == day ? ElectionChange.Done : ElectionChange.ChangedMeanwhile;
        }

        if (day <= election.PollingDay || day > clock.Today())
        {
            return ElectionChange.Refused;
        }

        election.FormGovernment(day);
        audit.Add(AuditActions.GovernmentRecorded, agencyId: null, key, $"{day:yyyy-MM-dd}");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return ElectionChange.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ElectionChange.ChangedMeanwhile;
        }
    }
}

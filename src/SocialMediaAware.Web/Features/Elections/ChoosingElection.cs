using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Says whether an election counts for an agency, and plans anew.</summary>
public sealed class ChoosingElection(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    PlanningAtOnce planning,
    TimeProvider clock
)
{
    /// <summary>Chooses, and writes it to the audit log in the same transaction. Choosing the same again changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The account is not HR or administrator of the agency.</exception>
    public async Task<ElectionChange> ChooseAsync(
        string key,
        Guid agencyId,
        bool isOn,
        CancellationToken cancellationToken
    )
    {
        if (!signedIn.AgenciesToChooseFor().Contains(agencyId))
        {
            throw new InvalidOperationException(
                "Whether an election counts is said by the agency's own HR."
            );
        }

        try
        {
            var outcome = await SaveAsync(key, agencyId, isOn, cancellationToken);
            if (outcome is ElectionChange.Done)
            {
                await planning.RunAsync(cancellationToken);
            }

            return outcome;
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation())
        {
            // Somebody chose for the first time at the same moment.
            return ElectionChange.ChangedMeanwhile;
        }
    }

    private async Task<ElectionChange> SaveAsync(
        string key,
        Guid agencyId,
        bool isOn,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        var election = await database
            .ElectionEvents.Where(election => election.Key == key)
            .Select(election => new { election.Id, election.Kind })
            .SingleOrDefaultAsync(cancellationToken);
        if (election is null)
        {
            return ElectionChange.NotFound;
        }

        var choice = await database.ElectionChoices.SingleOrDefaultAsync(
            choice => choice.AgencyId == agencyId && choice.ElectionEventId == election.Id,
            cancellationToken
        );
        if ((choice?.IsOn ?? ElectionChoice.IsOnUnlessChosen(election.Kind)) == isOn)
        {
            return ElectionChange.Done;
        }

        var now = clock.GetUtcNow();
        if (choice is null)
        {
            database.Add(ElectionChoice.Make(agencyId, election.Id, isOn, signedIn.AccountId, now));
        }
        else
        {
            choice.Change(isOn, signedIn.AccountId, now);
        }

        audit.Add(AuditActions.ElectionChosen, agencyId, key, isOn ? "on" : "off");
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ElectionChange.Done;
    }
}

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
    /// <param name="key">The election.</param>
    /// <param name="agencyId">The agency.</param>
    /// <param name="isOn">Whether it counts.</param>
    /// <param name="regions">The regions whose people it concerns; none for the whole agency.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidOperationException">The account is not HR or administrator of the agency.</exception>
    public async Task<ElectionChange> ChooseAsync(
        string key,
        Guid agencyId,
        bool isOn,
        IReadOnlyList<string> regions,
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
            var outcome = await SaveAsync(key, agencyId, isOn, regions, cancellationToken);
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
        IReadOnlyList<string> regions,
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
        if (regions.Count > 0 && !ElectionChoice.CanBeOfRegions(election.Kind))
        {
            return ElectionChange.Refused;
        }

        if (
            (choice?.IsOn ?? ElectionChoice.IsOnUnlessChosen(election.Kind)) == isOn
            && (choice?.Regions ?? []).ToHashSet().SetEquals(regions)
        )
        {
            return ElectionChange.Done;
        }

        Change(choice, agencyId, election.Id, isOn, regions);
        audit.Add(
            AuditActions.ElectionChosen,
            agencyId,
            key,
            !isOn ? "off"
                : regions.Count == 0 ? "on"
                : $"on in {string.Join(", ", regions)}"
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ElectionChange.Done;
    }

    private void Change(
        ElectionChoice? choice,
        Guid agencyId,
        Guid electionId,
        bool isOn,
        IReadOnlyList<string> regions
    )
    {
        var (by, at) = (signedIn.AccountId, clock.GetUtcNow());
        if (choice is null)
        {
            database.Add(ElectionChoice.Make(agencyId, electionId, isOn, by, at, regions));
        }
        else
        {
            choice.Change(isOn, by, at, regions);
        }
    }
}

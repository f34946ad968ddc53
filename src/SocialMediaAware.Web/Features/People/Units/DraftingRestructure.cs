using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>Writes a restructure as a draft: it is kept with each step, so that nothing is lost, and changes nothing.</summary>
public sealed class DraftingRestructure(
    PortalDbContext database,
    SignedIn signedIn,
    TimeProvider clock
)
{
    /// <summary>A restructure of an agency in which the account is HR; null when there is none such.</summary>
    public Task<RestructurePlan?> FindAsync(Guid planId, CancellationToken cancellationToken)
    {
        var agencyIds = signedIn.AgenciesAs(PortalRole.HumanResources).ToArray();
        return database
            .RestructurePlans.Where(plan => plan.Id == planId && agencyIds.Contains(plan.AgencyId))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Begins one.</summary>
    /// <returns>Its id; null when the account is not HR in the agency.</returns>
    public async Task<Guid?> StartAsync(
        Guid agencyId,
        string name,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        if (!signedIn.Has(PortalRole.HumanResources, agencyId))
        {
            return null;
        }

        var plan = RestructurePlan.Start(agencyId, name, on, signedIn.AccountId, clock.GetUtcNow());
        database.Add(plan);
        await database.SaveChangesAsync(cancellationToken);
        return plan.Id;
    }

    /// <summary>Changes a draft. What somebody else changed at the same moment is done first, and this after it.</summary>
    /// <returns>Whether it is still a draft.</returns>
    public async Task<bool> ChangeAsync(
        Guid planId,
        Action<RestructurePlan> change,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var plan = await FindAsync(planId, cancellationToken);
            if (plan is not { State: RestructureState.Draft })
            {
                return false;
            }

            change(plan);
            try
            {
                await database.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                database.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Throws a draft away. One that is confirmed stays.</summary>
    public async Task DiscardAsync(Guid planId, CancellationToken cancellationToken)
    {
        if (await FindAsync(planId, cancellationToken) is { State: RestructureState.Draft } plan)
        {
            database.Remove(plan);
            try
            {
                await database.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody else threw it away, or went on with it: it is theirs now.
                database.ChangeTracker.Clear();
            }
        }
    }
}

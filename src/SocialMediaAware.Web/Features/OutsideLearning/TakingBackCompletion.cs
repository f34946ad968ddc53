using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>HR takes back what was entered: it counts no more, and stays on the list with the reason.</summary>
public sealed class TakingBackCompletion(
    PortalDbContext database,
    SignedIn signedIn,
    AuditLog audit,
    TimeProvider clock
)
{
    /// <summary>Takes it back. Saying it twice changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The signed-in account is not HR there.</exception>
    public async Task TakeBackAsync(Guid id, string reason, CancellationToken cancellationToken)
    {
        var completion = await database.OutsideCompletions.SingleAsync(
            completion => completion.Id == id,
            cancellationToken
        );
        if (!signedIn.Has(PortalRole.HumanResources, completion.AgencyId))
        {
            throw new InvalidOperationException("Learning from elsewhere is taken back by HR.");
        }

        if (completion.TakenBackAt is not null)
        {
            return;
        }

        completion.TakeBack(reason, signedIn.AccountId, clock.GetUtcNow());
        audit.Add(
            AuditActions.OutsideLearningEntered,
            completion.AgencyId,
            $"/outside-learning/{completion.Id}",
            $"Taken back for person {completion.PersonId}: {reason}"
        );
        await database.SaveChangesAsync(cancellationToken);
    }
}

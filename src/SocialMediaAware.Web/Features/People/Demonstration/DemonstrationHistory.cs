using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.People.Demonstration;

/// <summary>
/// What the made-up people have done so far: most of those who started have read, practised and signed, through the same use cases
/// as everybody. Those with a name of their own have not: theirs is left to whoever tries the portal.
/// </summary>
public sealed class DemonstrationHistory(
    PortalDbContext database,
    DemonstrationSigning signing,
    DemonstrationMode mode,
    TimeProvider clock
)
{
    /// <summary>Of how many people who started, one has not finished.</summary>
    private const int OneUnfinishedOf = 4;

    /// <summary>Runs once: not where anybody signed already.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!mode.IsOn || await database.Attestations.AnyAsync(cancellationToken))
        {
            return;
        }

        string[] named = [.. DemonstrationCast.All.Select(member => member.Email)];
        var today = clock.Today();
        var started = await (
            from assignment in database.Assignments
            where
                assignment.OpensOn <= today
                && assignment.HeldAt == null
                && assignment.LeftAt == null
            join person in database.People on assignment.PersonId equals person.Id
            where !named.Contains(person.Email)
            join account in database.Users on person.Id equals account.PersonId
            orderby assignment.OpensOn, person.Email
            select new DemonstrationSigner(assignment.Id, person.Id, account.Id)
        ).ToListAsync(cancellationToken);
        foreach (var member in started.Where((_, index) => index % OneUnfinishedOf != 0))
        {
            await signing.FinishAsync(member, cancellationToken);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.OutsideLearning;

/// <summary>Lets a person read and practise a module all the same, or count what they learnt elsewhere after all.</summary>
public sealed class ChoosingWholeWay(
    PortalDbContext database,
    AskedModules askedModules,
    TimeProvider clock
)
{
    /// <summary>What counts for a module of a person's own assignment; null when nothing does.</summary>
    public async Task<AskedModule?> FindAsync(
        Guid personId,
        Guid assignmentId,
        string moduleSlug,
        CancellationToken cancellationToken
    )
    {
        var assignment = await FindAssignmentAsync(personId, assignmentId, cancellationToken);
        return assignment is null
            ? null
            : (await askedModules.ReadAsync(assignment, cancellationToken)).Modules.FirstOrDefault(
                module => module.Slug == moduleSlug && module.OutsideOffer is not null
            );
    }

    /// <summary>Chooses. Saying it twice changes nothing.</summary>
    public async Task ChooseAsync(
        Guid personId,
        Guid assignmentId,
        string moduleSlug,
        bool isWholeWay,
        CancellationToken cancellationToken
    )
    {
        var assignment = await FindAssignmentAsync(personId, assignmentId, cancellationToken);
        var chosen = await database
            .WholeWays.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .SingleOrDefaultAsync(
                way => way.AssignmentId == assignmentId && way.ModuleSlug == moduleSlug,
                cancellationToken
            );
        if (assignment is null || isWholeWay == chosen is not null)
        {
            return;
        }

        if (chosen is null)
        {
            database.Add(WholeWay.Choose(assignment, moduleSlug, clock.GetUtcNow()));
        }
        else
        {
            database.Remove(chosen);
        }

        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The other tab said the same a moment before.
            database.ChangeTracker.Clear();
        }
    }

    private Task<Assignment?> FindAssignmentAsync(
        Guid personId,
        Guid assignmentId,
        CancellationToken cancellationToken
    ) =>
        database
            .Assignments.OwnedBy(personId)
            .AsNoTracking()
            .Include(assignment => assignment.Modules)
            .SingleOrDefaultAsync(assignment => assignment.Id == assignmentId, cancellationToken);
}

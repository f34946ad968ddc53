using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>Whether and how a person can get at a quiz.</summary>
public enum EntranceState
{
    /// <summary>There is no such assignment of this person, or it does not ask for this module.</summary>
    Missing,

    /// <summary>The assignment has ended or has not opened.</summary>
    Closed,

    /// <summary>Sections are still to be opened.</summary>
    ReadFirst,

    /// <summary>The quiz can be done.</summary>
    Open,
}

/// <summary>What stands at the entrance of a quiz.</summary>
/// <param name="State">Whether one can get in.</param>
/// <param name="Assignment">The assignment; null when it is missing.</param>
/// <param name="Module">The version that the person reads; null when it is missing or closed.</param>
/// <param name="ReadNext">The first section that was not opened; null when all were.</param>
public sealed record Entrance(
    EntranceState State,
    Assignment? Assignment = null,
    Module? Module = null,
    Section? ReadNext = null
);

/// <summary>Looks whether a person may practise a module for an assignment of their own.</summary>
public sealed class QuizEntrance(PortalDbContext database, ContentStore content, TimeProvider clock)
{
    /// <summary>Looks. It reads over the walls of agencies, because the assignment is the person's own.</summary>
    public async Task<Entrance> ReadAsync(
        Guid personId,
        Guid assignmentId,
        string moduleSlug,
        CancellationToken cancellationToken
    )
    {
        var assignment = await database
            .Assignments.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .AsNoTracking()
            .Include(each => each.Modules)
            .SingleOrDefaultAsync(
                each => each.Id == assignmentId && each.PersonId == personId,
                cancellationToken
            );
        var asked = assignment?.Modules.FirstOrDefault(each => each.ModuleSlug == moduleSlug);
        if (assignment is null || asked is null)
        {
            return new Entrance(EntranceState.Missing);
        }

        if (!assignment.CanBeDoneOn(clock.Today()))
        {
            return new Entrance(EntranceState.Closed, assignment);
        }

        var module = await FindModuleAsync(assignmentId, asked, cancellationToken);
        if (module is null)
        {
            return new Entrance(EntranceState.Missing);
        }

        var readNext = await FindUnopenedAsync(personId, module, cancellationToken);
        return new Entrance(
            readNext is null ? EntranceState.Open : EntranceState.ReadFirst,
            assignment,
            module,
            readNext
        );
    }

    private async Task<Module?> FindModuleAsync(
        Guid assignmentId,
        AssignmentModule asked,
        CancellationToken cancellationToken
    )
    {
        var reading = await database
            .Readings.IgnoreQueryFilters([PortalDbContext.AgencyWall])
            .Where(each => each.AssignmentId == assignmentId && each.ModuleSlug == asked.ModuleSlug)
            .Select(each => new { each.Major, each.Minor })
            .SingleOrDefaultAsync(cancellationToken);
        return VersionToRead.Of(
            content.Library,
            asked,
            reading is null ? null : new ContentVersion(reading.Major, reading.Minor)
        );
    }

    private async Task<Section?> FindUnopenedAsync(
        Guid personId,
        Module module,
        CancellationToken cancellationToken
    )
    {
        var hashes = module.Sections.Select(section => section.TextHash).ToArray();
        var opened = await database
            .OpenedSections.Where(each =>
                each.PersonId == personId && hashes.Contains(each.TextHash)
            )
            .Select(each => each.TextHash)
            .ToListAsync(cancellationToken);
        var openedHex = opened.Select(Convert.ToHexStringLower).ToHashSet();
        return module.Sections.FirstOrDefault(section =>
            !openedHex.Contains(Convert.ToHexStringLower(section.TextHash))
        );
    }
}

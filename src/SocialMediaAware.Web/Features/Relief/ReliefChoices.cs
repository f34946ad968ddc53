using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>A programme that HR can exempt from or give time for.</summary>
public sealed record ProgrammeChoice(Guid Id, string Name, Guid AgencyId, string Agency);

/// <summary>Reads what the forms of exemptions and extensions let HR choose from.</summary>
public sealed class ReliefChoices(PortalDbContext database, SignedIn signedIn, TimeProvider clock)
{
    private Guid[] AgencyIds => [.. signedIn.AgenciesAs(PortalRole.HumanResources)];

    /// <summary>What time can be given for.</summary>
    /// <param name="person">The one person; null for more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ExtensionForm.Choices> ForExtensionAsync(
        KeptPerson? person,
        CancellationToken cancellationToken
    )
    {
        var programmes = await ProgrammesAsync(cancellationToken);
        return new(
            person is null
                ? programmes
                : [.. programmes.Where(programme => person.AgencyIds.Contains(programme.AgencyId))],
            await UnitsAsync(cancellationToken),
            await RegionsAsync(cancellationToken),
            person
        );
    }

    /// <summary>The running programmes of the reader's agencies.</summary>
    public async Task<IReadOnlyList<ProgrammeChoice>> ProgrammesAsync(
        CancellationToken cancellationToken
    )
    {
        var mine = AgencyIds;
        return await database
            .Programmes.Running()
            .Where(programme => mine.Contains(programme.AgencyId))
            .OrderBy(programme => programme.Name)
            .ThenBy(programme => programme.Id)
            .Select(programme => new ProgrammeChoice(
                programme.Id,
                programme.Name,
                programme.AgencyId,
                database
                    .Agencies.Where(agency => agency.Id == programme.AgencyId)
                    .Select(agency => agency.ShortName)
                    .Single()
            ))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The units of the reader's agencies today, one tree for each.</summary>
    public async Task<IReadOnlyList<UnitTree>> UnitsAsync(CancellationToken cancellationToken)
    {
        var mine = AgencyIds;
        var trees = await database
            .UnitFacts.HoldingOn(clock.Today())
            .Where(fact => mine.Contains(fact.AgencyId))
            .ReadTreesAsync(cancellationToken);
        return [.. trees.Values.OrderBy(tree => tree.Root.Name, StringComparer.Ordinal)];
    }

    /// <summary>The regions in which the people of the reader's agencies are today.</summary>
    public async Task<IReadOnlyList<string>> RegionsAsync(CancellationToken cancellationToken)
    {
        var mine = AgencyIds;
        var regions = await database
            .Placements.HoldingOn(clock.Today())
            .Where(placement => mine.Contains(placement.AgencyId) && placement.Region != null)
            .Select(placement => placement.Region!)
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. regions.Order(StringComparer.Ordinal)];
    }
}

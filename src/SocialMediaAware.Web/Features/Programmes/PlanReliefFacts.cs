using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>The exemptions and the time that was given which plans are made from.</summary>
/// <param name="Exemptions">Exemptions, by programme.</param>
/// <param name="Extensions">Time that was given, by agency, each with its programme; null for all of the agency's.</param>
internal sealed record ReliefFacts(
    ILookup<Guid, PlannedExemption> Exemptions,
    ILookup<Guid, (Guid? ProgrammeId, PlannedExtension Extension)> Extensions
)
{
    /// <summary>What was given for a programme.</summary>
    public IReadOnlyList<PlannedExtension> TimeGivenFor(PlannableProgramme programme) =>
        [
            .. Extensions[programme.AgencyId]
                .Where(one => one.ProgrammeId is null || one.ProgrammeId == programme.Id)
                .Select(one => one.Extension),
        ];
}

/// <summary>Reads them: one query for each kind, and one for units where time was given to some.</summary>
public sealed class PlanReliefFacts(PortalDbContext database)
{
    internal async Task<ReliefFacts> ReadAsync(
        Guid[] agencyIds,
        Guid? onlyPersonId,
        CancellationToken cancellationToken
    )
    {
        var exemptions = await database
            .Exemptions.Where(exemption =>
                agencyIds.Contains(exemption.AgencyId)
                && (onlyPersonId == null || exemption.PersonId == onlyPersonId)
            )
            .Select(exemption => new
            {
                exemption.ProgrammeId,
                exemption.PersonId,
                exemption.HoldsFrom,
                exemption.HoldsUntil,
                exemption.UnlearntAt,
            })
            .ToListAsync(cancellationToken);
        var extensions = await database
            .Extensions.Where(extension =>
                agencyIds.Contains(extension.AgencyId)
                && (
                    onlyPersonId == null
                    || extension.PersonId == null
                    || extension.PersonId == onlyPersonId
                )
            )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var units = extensions.Exists(extension => extension.UnitId is not null)
            ? await UnitsAsync(agencyIds, cancellationToken)
            : Enumerable.Empty<UnitFact>().ToLookup(fact => fact.AgencyId);
        return new(
            exemptions.ToLookup(
                row => row.ProgrammeId,
                row => new PlannedExemption(
                    row.PersonId,
                    row.HoldsFrom,
                    row.HoldsUntil,
                    row.UnlearntAt is null
                )
            ),
            extensions.ToLookup(
                extension => extension.AgencyId,
                extension => (extension.ProgrammeId, ToPlanned(extension, units))
            )
        );
    }

    private async Task<ILookup<Guid, UnitFact>> UnitsAsync(
        Guid[] agencyIds,
        CancellationToken cancellationToken
    )
    {
        var facts = await database
            .UnitFacts.Believed()
            .Where(fact => agencyIds.Contains(fact.AgencyId))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return facts.ToLookup(fact => fact.AgencyId);
    }

    internal async Task<PlannedExtension> ToPlannedAsync(
        Extension extension,
        CancellationToken cancellationToken
    ) => ToPlanned(extension, await UnitsAsync([extension.AgencyId], cancellationToken));

    private static PlannedExtension ToPlanned(Extension extension, ILookup<Guid, UnitFact> units)
    {
        var givenOn = extension.GivenAt.NewZealandDate();
        return new(givenOn, extension.DueFrom, extension.DueOn)
        {
            PersonId = extension.PersonId,
            UnitIds = extension.UnitId is { } unitId
                ? WithThoseBelow(extension.AgencyId, unitId, units, givenOn)
                : null,
            Region = extension.Region,
            TakenBackOn = extension.TakenBackAt?.NewZealandDate(),
        };
    }

    private static HashSet<Guid> WithThoseBelow(
        Guid agencyId,
        Guid unitId,
        ILookup<Guid, UnitFact> units,
        DateOnly day
    )
    {
        var tree = new UnitTree(
            agencyId,
            units[agencyId]
                .Where(fact => fact.HoldsOn(day))
                .Select(fact => (fact.UnitId, fact.Name, fact.ParentUnitId))
        );
        return tree.Find(unitId) is { } unit
            ? [.. tree.WithThoseBelow(unit).Select(node => node.Id)]
            : [unitId];
    }
}

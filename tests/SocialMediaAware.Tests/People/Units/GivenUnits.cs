using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Units;

namespace SocialMediaAware.Tests.People.Units;

/// <summary>Restructures, confirmed without pages.</summary>
internal static class GivenUnits
{
    public static RestructureStep Step(RestructureStepKind kind, Guid unitId) =>
        new(Guid.NewGuid(), kind, unitId);

    public static RestructureStep Rename(Unit unit, string name) =>
        Step(RestructureStepKind.Rename, unit.Id) with
        {
            Name = name,
        };

    public static RestructureStep Move(Unit unit, Guid aboveId) =>
        Step(RestructureStepKind.Move, unit.Id) with
        {
            AboveId = aboveId,
        };

    public static RestructureStep Merge(Guid intoId, params Unit[] ending) =>
        Step(RestructureStepKind.Merge, intoId) with
        {
            Ending = [.. ending.Select(unit => unit.Id)],
        };

    public static RestructureStep Split(
        Unit unit,
        Guid aboveId,
        string name,
        params Guid[] people
    ) =>
        Step(RestructureStepKind.Split, unit.Id) with
        {
            NewUnitId = Guid.NewGuid(),
            AboveId = aboveId,
            Name = name,
            PersonIds = people,
        };

    /// <summary>Writes a restructure and confirms it as it stands.</summary>
    public static async Task<(RestructureResult Result, Guid PlanId)> RestructureAsync(
        this TestPortal portal,
        Agency agency,
        DateOnly on,
        params RestructureStep[] steps
    )
    {
        var plan = RestructurePlan.Start(
            agency.Id,
            "A restructure",
            on,
            Guid.NewGuid(),
            portal.Clock.GetUtcNow()
        );
        foreach (var step in steps)
        {
            plan.Add(step);
        }

        var result = await portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            database.Add(plan);
            await database.SaveChangesAsync();
            var read = await services
                .GetRequiredService<RestructureReading>()
                .ReadAsync(plan, CancellationToken.None);
            return await services
                .GetRequiredService<ConfirmingRestructure>()
                .ConfirmAsync(plan.Id, read.Fingerprint, "New structure", CancellationToken.None);
        });
        return (result, plan.Id);
    }

    /// <summary>Takes one back.</summary>
    public static Task<RestructureResult> TakeBackAsync(this TestPortal portal, Guid planId) =>
        portal.WithAsync(services =>
            services
                .GetRequiredService<TakingBackRestructure>()
                .TakeBackAsync(planId, "It does not come", CancellationToken.None)
        );

    /// <summary>Somebody in a unit, with what a file would say of them.</summary>
    public static Task<Guid> PlacedAsync(
        this TestPortal portal,
        Unit unit,
        DateOnly from,
        DateOnly? until = null,
        string? number = null,
        string? feed = null,
        Guid? personId = null,
        string name = "Ana Rewi"
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var id = personId;
            if (id is null)
            {
                var person = Person.Appear(null, now);
                database.AddRange(person, PersonName.Learn(person.Id, name, from, now));
                id = person.Id;
            }

            database.Add(
                Placement.Learn(
                    id.Value,
                    unit,
                    PersonKind.Employee,
                    "Adviser",
                    "Wellington",
                    number,
                    feed,
                    from,
                    until,
                    now
                )
            );
            await database.SaveChangesAsync();
            return id.Value;
        });

    /// <summary>What is believed about a person's units, in the order of time.</summary>
    public static Task<List<(Guid UnitId, DateOnly From, DateOnly? Until)>> PlacesAsync(
        this TestPortal portal,
        Guid personId
    ) =>
        portal.WithDatabaseAsync(async database =>
            (
                await database
                    .Placements.Believed()
                    .Where(placement => placement.PersonId == personId)
                    .OrderBy(placement => placement.HoldsFrom)
                    .ToListAsync()
            )
                .Select(placement => (placement.UnitId, placement.HoldsFrom, placement.HoldsUntil))
                .ToList()
        );
}

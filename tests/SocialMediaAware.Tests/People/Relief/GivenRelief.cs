using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.People.Relief;

/// <summary>Builders for leave, leaders, exemptions and extensions.</summary>
internal static class GivenRelief
{
    public static DateOnly Today(this TestPortal portal) =>
        portal.Clock.GetUtcNow().NewZealandDate();

    public static Task StandInAsync(
        this TestPortal portal,
        Agency agency,
        CastMember leader,
        CastMember standIn,
        StandInKind kind,
        DateOnly? from = null,
        DateOnly? until = null
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var change = portal.Change(agency, PeopleChangeKind.Leaders);
            database.AddRange(
                change,
                StandIn.Learn(
                    agency.Id,
                    leader.PersonId,
                    standIn.PersonId,
                    kind,
                    from ?? portal.Today(),
                    until,
                    change
                )
            );
            await database.SaveChangesAsync();
        });

    public static Task LeaveAsync(
        this TestPortal portal,
        Agency agency,
        CastMember member,
        DateOnly from,
        DateOnly? until,
        string? feed = null
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                Leave.Learn(agency.Id, member.PersonId, from, until, portal.Clock.GetUtcNow(), feed)
            );
            await database.SaveChangesAsync();
        });

    /// <summary>Somebody leaves today, and with them what ties them to leaders and to those they led.</summary>
    public static Task LeftAsync(this TestPortal portal, CastMember member) =>
        portal.WithDatabaseAsync(async database =>
        {
            var placements = await database
                .Placements.Believed()
                .Where(placement => placement.PersonId == member.PersonId)
                .ToListAsync();
            var ties = await database
                .Leaderships.Believed()
                .Where(one => one.PersonId == member.PersonId || one.LeaderId == member.PersonId)
                .ToListAsync();
            foreach (var placement in placements)
            {
                var change = PeopleChange.Record(
                    placement.AgencyId,
                    PeopleChangeKind.Left,
                    member.PersonId,
                    null,
                    "Left.",
                    portal.Clock.GetUtcNow()
                );
                database.Add(change);
                if (placement.EndOn(portal.Today(), change) is { } left)
                {
                    database.Add(left);
                }

                database.AddRange(
                    ties.Select(one => one.EndOn(portal.Today(), change)).OfType<Leadership>()
                );
            }

            await database.SaveChangesAsync();
        });

    public static Task<Assignment> AssignmentNowAsync(this TestPortal portal, Guid id) =>
        portal.WithDatabaseAsync(database =>
            database.Assignments.AsNoTracking().SingleAsync(assignment => assignment.Id == id)
        );

    public static Task<Assignment> AssignmentOfAsync(this TestPortal portal, CastMember member) =>
        portal.WithDatabaseAsync(database =>
            database
                .Assignments.AsNoTracking()
                .SingleAsync(assignment => assignment.PersonId == member.PersonId)
        );

    public static Task PlanAsync(this TestPortal portal) =>
        portal.WithAsync(async services =>
        {
            await services.GetRequiredService<PlanAssignments>().RunAsync(CancellationToken.None);
        });

    /// <summary>Plans for one person, as their sign-in does.</summary>
    public static Task<int> PlanForAsync(this TestPortal portal, CastMember member) =>
        portal.WithAsync(services =>
            services
                .GetRequiredService<PlanAssignments>()
                .RunForAsync(member.PersonId, CancellationToken.None)
        );

    /// <summary>Somebody with HR's role, signed in.</summary>
    public static async Task<HttpClient> HumanResourcesAsync(
        this TestPortal portal,
        Agency agency,
        string name = "Tamsin Okoro"
    ) =>
        await portal.SignedInAsync(
            (await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources, name)).AccountId
        );

    private static PeopleChange Change(
        this TestPortal portal,
        Agency agency,
        PeopleChangeKind kind
    ) =>
        PeopleChange.Record(agency.Id, kind, null, null, "For the test.", portal.Clock.GetUtcNow());
}

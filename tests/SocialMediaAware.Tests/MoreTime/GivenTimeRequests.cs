using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.People.Relief;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.MoreTime;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.MoreTime;

/// <summary>Builders for requests for more time.</summary>
internal static class GivenTimeRequests
{
    /// <summary>Somebody who owes onboarding since today, as the planner made it: due on Monday 30 November 2026.</summary>
    public static async Task<(CastMember Person, Assignment Assignment)> OwingAsync(
        this TestPortal portal,
        Agency agency,
        string name = "Mere Tāmihana",
        CastMember? ledBy = null
    )
    {
        var hasProgramme = await portal.WithDatabaseAsync(database =>
            database.Programmes.AnyAsync(programme =>
                programme.AgencyId == agency.Id && programme.LaunchedAt != null
            )
        );
        if (!hasProgramme)
        {
            await portal.OnboardingAsync(agency);
        }

        var person = await portal.PersonAsync(agency, name, from: portal.Today(), ledBy: ledBy);
        await portal.PlanAsync();
        return (person, await portal.AssignmentOfAsync(person));
    }

    /// <summary>A request that waits.</summary>
    public static Task<TimeRequest> AskedAsync(
        this TestPortal portal,
        Assignment assignment,
        string until = "2026-12-11",
        string reason = "I am at the Whangārei site."
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var request = TimeRequest.Ask(
                Guid.NewGuid(),
                assignment.AgencyId,
                assignment.Id,
                assignment.PersonId,
                DateOnly.ParseExact(until, "yyyy-MM-dd"),
                reason,
                portal.Clock.GetUtcNow()
            );
            database.Add(request);
            await database.SaveChangesAsync();
            return request;
        });

    /// <summary>What somebody asked, the newest first.</summary>
    public static Task<List<TimeRequest>> RequestsOfAsync(
        this TestPortal portal,
        CastMember person
    ) =>
        portal.WithDatabaseAsync(database =>
            database
                .TimeRequests.AsNoTracking()
                .Where(request => request.PersonId == person.PersonId)
                .OrderByDescending(request => request.AskedAt)
                .ToListAsync()
        );
}

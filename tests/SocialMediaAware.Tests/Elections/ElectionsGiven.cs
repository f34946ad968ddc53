using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Elections;

/// <summary>What tests of elections put into the database and look at.</summary>
internal static class ElectionsGiven
{
    /// <summary>An election with all of its polling days.</summary>
    public static Task<ElectionEvent> ElectionAsync(this TestPortal portal, string key) =>
        portal.WithDatabaseAsync(database =>
            database
                .ElectionEvents.Include(election => election.PollingDays)
                .SingleAsync(election => election.Key == key)
        );

    /// <summary>Changes an election behind everybody's back.</summary>
    public static Task ChangeElectionAsync(
        this TestPortal portal,
        string key,
        Action<ElectionEvent> change
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            change(
                await database
                    .ElectionEvents.Include(election => election.PollingDays)
                    .SingleAsync(election => election.Key == key)
            );
            await database.SaveChangesAsync();
        });

    /// <summary>An agency's choice.</summary>
    public static Task ChoiceAsync(this TestPortal portal, Agency agency, string key, bool isOn) =>
        portal.WithDatabaseAsync(async database =>
        {
            var id = await database
                .ElectionEvents.Where(election => election.Key == key)
                .Select(election => election.Id)
                .SingleAsync();
            database.Add(
                ElectionChoice.Make(agency.Id, id, isOn, Guid.NewGuid(), portal.Clock.GetUtcNow())
            );
            await database.SaveChangesAsync();
        });

    /// <summary>The keys of the elections that count for an agency.</summary>
    public static async Task<List<string>> ElectionsOnAsync(
        this TestPortal portal,
        Agency agency
    ) =>
        [
            .. (await portal.PlannedElectionsAsync(agency))
                .Select(on => on.Key)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The elections that count for an agency, as the planner is told of them.</summary>
    public static Task<List<ElectionForAgency>> PlannedElectionsAsync(
        this TestPortal portal,
        Agency agency
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var all = await database.ElectionsOn().ForPlanning().ToListAsync();
            return all.Where(on => on.AgencyId == agency.Id).ToList();
        });

    /// <summary>An assignment of an election's refresher.</summary>
    public static Task<Assignment> RefresherAsync(
        this TestPortal portal,
        CastMember member,
        Programme programme,
        string key,
        bool isSigned = false
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var assignment = Assignment.Make(
                programme.AgencyId,
                member.PersonId,
                PersonKind.Employee,
                programme.Id,
                ElectionEvent.CycleKeyOf(key),
                new DateOnly(2026, 7, 17),
                new DateOnly(2026, 8, 7),
                [("be-social-media-aware", 1)],
                portal.Clock.GetUtcNow()
            );
            if (isSigned)
            {
                assignment.Sign(portal.Clock.GetUtcNow());
            }

            database.Add(assignment);
            await database.SaveChangesAsync();
            return assignment;
        });

    /// <summary>A day.</summary>
    public static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

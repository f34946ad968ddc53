using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Reports;

/// <summary>Leave and exemptions, entered early and late, short and long, and taken back again.</summary>
internal sealed partial class RandomOrganisation
{
    private Task TakeLeaveAsync(DateOnly day) =>
        people.Count == 0
            ? Task.CompletedTask
            : portal.WithDatabaseAsync(async database =>
            {
                var from = day.AddDays(random.Next(-9, 4));
                database.Add(
                    Leave.Learn(
                        agency.Id,
                        Any(people).PersonId,
                        from,
                        random.Next(4) == 0 ? null : from.AddDays(random.Next(2, 12)),
                        portal.Clock.GetUtcNow()
                    )
                );
                await database.SaveChangesAsync();
            });

    private Task ExemptAsync(DateOnly day) =>
        people.Count == 0
            ? Task.CompletedTask
            : portal.WithDatabaseAsync(async database =>
            {
                var from = day.AddDays(random.Next(-6, 3));
                var person = Any(people);
                database.Add(
                    Exemption.Give(
                        agency.Id,
                        person.PersonId,
                        programme.Id,
                        "adjustment",
                        person.AccountId,
                        from,
                        from.AddDays(random.Next(1, 9)),
                        portal.Clock.GetUtcNow()
                    )
                );
                await database.SaveChangesAsync();
            });

    private Task CorrectReliefAsync() =>
        portal.WithDatabaseAsync(async database =>
        {
            var change = PeopleChange.Record(
                agency.Id,
                PeopleChangeKind.Relief,
                null,
                null,
                "It was another day.",
                portal.Clock.GetUtcNow()
            );
            var leave = await database
                .Leaves.Where(one => one.AgencyId == agency.Id && one.UnlearntAt == null)
                .OrderBy(one => one.Id)
                .FirstOrDefaultAsync();
            var exemption = await database
                .Exemptions.Where(one => one.AgencyId == agency.Id && one.UnlearntAt == null)
                .OrderBy(one => one.Id)
                .FirstOrDefaultAsync();
            database.Add(change);
            leave?.Unlearn(change);
            if (leave is not null && random.Next(2) == 0)
            {
                database.Add(
                    leave.Again(
                        leave.HoldsFrom.AddDays(random.Next(-2, 3)),
                        leave.HoldsUntil?.AddDays(3),
                        change
                    )
                );
            }

            if (random.Next(2) == 0)
            {
                exemption?.Unlearn(change);
            }

            await database.SaveChangesAsync();
        });
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Clock;
using SocialMediaAware.Web.Features.People.Demonstration;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Clock;

public sealed class DemonstrationDayTests
{
    [Fact]
    public async Task Demonstration_WhenDaysAreLivedThrough_ItsPeopleSignAndTheNamedOnesAreLeftToWhoeverTriesIt()
    {
        await using var portal = await TestPortal.StartAsync(
            MovedPortal.Options(dataFolder: null, date: null) with
            {
                Settings = new Dictionary<string, string> { [PortalClock.Setting] = "2026-01-26" },
            }
        );

        await LiveUntilAsync(portal, new DateOnly(2026, 2, 10));
        var yearly = await RoundAsync(portal, ProgrammeKind.Yearly);
        Assert.Contains(yearly, one => one.SignedAt is not null);
        Assert.Contains(yearly, one => one is { SignedAt: null, HeldAt: null, LeftAt: null });
        await portal.WithDatabaseAsync(async database =>
        {
            string[] named = [.. DemonstrationCast.All.Select(member => member.Email)];
            Assert.False(
                await database.Attestations.AnyAsync(signed =>
                    database.People.Any(person =>
                        person.Id == signed.PersonId && named.Contains(person.Email)
                    )
                )
            );
        });

        await portal.WithAsync(async services =>
            Assert.True(
                (
                    await services.GetRequiredService<LedgerVerification>().VerifyAsync(default)
                ).IsVerified
            )
        );
    }

    private static Task<int> LiveUntilAsync(TestPortal portal, DateOnly date) =>
        portal.WithAsync(services =>
            services.GetRequiredService<LivingThroughDays>().UntilAsync(date, default)
        );

    private static Task<List<Assignment>> RoundAsync(TestPortal portal, ProgrammeKind kind) =>
        portal.WithDatabaseAsync(database =>
            database
                .Assignments.Where(one =>
                    database.Programmes.Any(programme =>
                        programme.Id == one.ProgrammeId && programme.Kind == kind
                    )
                )
                .ToListAsync()
        );
}

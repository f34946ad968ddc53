using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Tests.Reminders.Sending;

public sealed class ThrottleTests
{
    private const int PerMinute = 7;

    /// <summary>
    /// Workers begin at odd moments, take different times for a mail, and some mails have to be tried again: no sixty seconds, whenever
    /// they begin, see more mails handed over than may go in a minute.
    /// </summary>
    [Theory]
    [InlineData(TestProvider.Sqlite, 40)]
    [InlineData(TestProvider.PostgreSql, 25)]
    public async Task Deliver_WhenThrottled_NeverHandsOverMoreInAnyMinute(
        TestProvider provider,
        int mails
    )
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync(
            new()
            {
                Provider = provider,
                Settings = new Dictionary<string, string>
                {
                    ["Portal:Mail:MailsPerMinute"] = $"{PerMinute}",
                },
            }
        );
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        for (var number = 0; number < mails; number++)
        {
            await portal.AssignmentAsync(
                await portal.PersonAsync(agency, $"Person {number}"),
                programme
            );
        }

        await portal.RemindAsync();
        var random = new Random(20261116);
        world.Answer = _ =>
        {
            portal.Clock.Move(TimeSpan.FromMilliseconds(random.Next(5000)));
            return Task.FromResult(
                random.Next(6) == 0
                    ? new MailHandOver(MailOutcome.TryLater, "451 Slowly, please.")
                    : MailHandOver.Delivered
            );
        };
        var sent = 0;
        var wasThrottled = false;
        for (var tick = 0; tick < 400 && sent < mails; tick++)
        {
            // Two workers take by turns what the other left; each holds what it took for a while.
            var counts = await portal.DeliverAsync();
            sent += counts.Sent;
            wasThrottled |= counts.IsThrottled;
            portal.Clock.Move(TimeSpan.FromSeconds(random.Next(1, 25)));
        }

        Assert.Equal(mails, sent);
        Assert.True(wasThrottled);
        var times = world.Taken.Select(taken => taken.At).ToList();
        Assert.All(
            times,
            from =>
                Assert.InRange(
                    times.Count(at => at >= from && at < from.AddMinutes(1)),
                    1,
                    PerMinute
                )
        );
        // It is used, too: no fewer than a mail every other share of the time.
        Assert.True(times[^1] - times[0] < TimeSpan.FromMinutes(4.0 * mails / PerMinute));
    }

    [Fact]
    public async Task Lease_WhenTwoWorkersAsk_SharesTheMinuteBetweenThemAndLinksGoFirst()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync(
            new()
            {
                Settings = new Dictionary<string, string> { ["Portal:Mail:MailsPerMinute"] = "3" },
            }
        );
        for (var number = 0; number < 5; number++)
        {
            await portal.OwingAsync($"Person {number}");
        }

        await portal.RemindAsync();
        var locked = await portal.PersonAsync(await portal.AgencyAsync(), "Lena Locked-Out");
        await portal.LinkAsync(locked);

        var first = await LeaseAsync(portal);
        var second = await LeaseAsync(portal);

        Assert.Equal(3, first.Count);
        Assert.Equal(locked.PersonId, first[0].PersonId);
        // What the other has taken and not sent yet counts.
        Assert.Empty(second);
    }

    private static Task<IReadOnlyList<OutboxMessage>> LeaseAsync(TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<Outbox>().LeaseAsync(Guid.NewGuid(), CancellationToken.None)
        );
}

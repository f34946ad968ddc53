using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders.Sending;

public sealed class HoldTests
{
    [Fact]
    public async Task Hold_FromBeginningToEnd_KeepsBackEverythingButLinksAndSaysSo()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync();
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        var (owing, _) = await portal.OwingAsync();
        var (elsewhere, _) = await portal.OwingAsync("Else Where", "stats-nz");
        var locked = await portal.PersonAsync(agency, "Lena Locked-Out");
        await portal.LinkAsync(locked);
        await portal.NoticeAsync(locked);
        await portal.RemindAsync();
        using var client = await portal.SignedInAsync(hr.AccountId);
        // A worker has taken some already.
        var lease = Guid.NewGuid();
        var leased = await portal.WithAsync(services =>
            services.GetRequiredService<Outbox>().LeaseAsync(lease, CancellationToken.None)
        );

        var page = await client.PageAsync("/reminders/hold");
        using (
            var empty = await client.SubmitAsync(
                page,
                "/reminders/hold",
                "main form",
                ("Reason", " ")
            )
        )
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
            var again = await empty.PageAsync();
            Assert.NotNull(again.QuerySelector(".govuk-error-summary a[href='#reason']"));
        }

        using (
            var held = await client.SubmitAsync(
                page,
                "/reminders/hold",
                "main form",
                ("Reason", "Cyclone in the north")
            )
        )
        {
            Assert.Equal(HttpStatusCode.Redirect, held.StatusCode);
        }

        // What the worker had taken and not begun it may not begin any more, but for the link.
        foreach (var message in leased)
        {
            Assert.Equal(
                message.Kind == MailKind.Security || message.PersonId == elsewhere.PersonId,
                await portal.WithAsync(services =>
                    services
                        .GetRequiredService<Outbox>()
                        .BeginAsync(message, lease, null, CancellationToken.None)
                )
            );
        }

        Assert.Equal(0, (await portal.DeliverAsync()).All);
        var list = await client.PageAsync("/reminders");
        var words = list.QuerySelector("main")!.TextContent;
        Assert.Contains("Cyclone in the north", words, StringComparison.Ordinal);
        Assert.Contains(hr.Name, words, StringComparison.Ordinal);
        Assert.Single(await portal.AuditAsync(AuditActions.MailHeld));

        await ReleaseAsync(client);
        Assert.Single(await portal.AuditAsync(AuditActions.MailReleased));
        Assert.Equal(2, (await portal.DeliverAsync()).Sent);
        Assert.Contains(world.Taken, taken => taken.Message.To.Address == owing.Email);
    }

    [Fact]
    public async Task Hold_LongerThanADay_SaysAfterwardsWhatStillNeedsSaying()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync();
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        var (owing, _) = await portal.OwingAsync();
        await portal.RemindAsync();
        await portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                MailHold.Begin(agency.Id, "Strike", hr.AccountId, portal.Clock.GetUtcNow())
            );
            await database.SaveChangesAsync();
        });
        portal.Clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(0, (await portal.DeliverAsync()).All);
        using var client = await portal.SignedInAsync(hr.AccountId);

        await ReleaseAsync(client);

        Assert.Equal(1, (await portal.DeliverAsync()).Withdrawn);
        Assert.Equal(1, await portal.RemindAsync());
        Assert.Equal(1, (await portal.DeliverAsync()).Sent);
        Assert.Equal(owing.Email, Assert.Single(world.Taken).Message.To.Address);
        // A second click, or a form that was open for long, changes nothing.
        Assert.False(
            await portal.WithDatabaseAsync(database =>
                database.MailHolds.AnyAsync(hold => hold.ReleasedAt == null)
            )
        );
    }

    private static async Task ReleaseAsync(HttpClient client)
    {
        var page = await client.PageAsync("/reminders/hold");
        for (var click = 0; click < 2; click++)
        {
            using var released = await client.SubmitAsync(page, "/reminders/hold");
            Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        }
    }
}

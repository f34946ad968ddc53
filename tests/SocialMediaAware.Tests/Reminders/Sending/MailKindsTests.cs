using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Tests.Reminders.Sending;

/// <summary>What an uncertain, a refused and a late hand-over mean for reminders, news and links to get in.</summary>
public sealed class MailKindsTests
{
    [Fact]
    public async Task Uncertain_IsTriedAgainForALinkOnlyAndNotForEver()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync();
        var (reminded, _) = await portal.OwingAsync();
        var linked = await portal.PersonAsync(await portal.AgencyAsync(), "Lena Locked-Out");
        var told = await portal.PersonAsync(await portal.AgencyAsync(), "Tui Told");
        await portal.RemindAsync();
        await portal.LinkAsync(linked);
        await portal.NoticeAsync(told);
        world.AlwaysAnswer(new MailHandOver(MailOutcome.Uncertain, "The line went dead."));

        for (var hour = 0; hour < 8; hour++)
        {
            await portal.DeliverAsync();
            portal.Clock.Move(TimeSpan.FromMinutes(40));
        }

        var tries = world.Taken.CountBy(taken => taken.Message.To.Address).ToDictionary();
        Assert.Equal(1, tries[reminded.Email]);
        Assert.Equal(1, tries[told.Email]);
        Assert.Equal(Outbox.MostUncertainTries, tries[linked.Email]);
        var mails = await portal.MailsAsync();
        Assert.All(mails, mail => Assert.Equal(OutboxState.Uncertain, mail.State));
        Assert.All(mails, mail => Assert.Null(mail.SealedSecret));
        // The same mail each time, for servers and readers that leave out what they have.
        Assert.Single(
            world
                .Taken.Where(taken => taken.Message.To.Address == linked.Email)
                .Select(taken => taken.Message.MailId)
                .Distinct()
        );
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Link_WhenTheWorkerDiedWhileHandingItOver_GoesAgainWithItsSecret(
        TestProvider provider
    )
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync(new() { Provider = provider });
        var person = await portal.PersonAsync(await portal.AgencyAsync());
        await portal.LinkAsync(person);
        await portal.WithAsync(async services =>
        {
            var outbox = services.GetRequiredService<Outbox>();
            var lease = Guid.NewGuid();
            var leased = await outbox.LeaseAsync(lease, CancellationToken.None);
            Assert.True(await outbox.BeginAsync(leased[0], lease, null, CancellationToken.None));
        });

        portal.Clock.Move(TimeSpan.FromMinutes(6));
        Assert.Equal(0, (await portal.DeliverAsync()).All);
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await portal.DeliverAsync()).Sent);

        var taken = Assert.Single(world.Taken);
        Assert.Contains(GivenMails.Secret, taken.Message.Content.Text, StringComparison.Ordinal);
        Assert.Contains(GivenMails.Secret, taken.Message.Content.Html, StringComparison.Ordinal);
        var mail = Assert.Single(await portal.MailsAsync());
        Assert.Null(mail.SealedSecret);
        Assert.DoesNotContain(GivenMails.Secret, mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("used", OutboxState.Withdrawn)]
    [InlineData("run out", OutboxState.Withdrawn)]
    [InlineData("replaced", OutboxState.Withdrawn)]
    [InlineData("keys lost", OutboxState.Failed)]
    public async Task Link_ThatOpensNothing_DoesNotGo(string why, OutboxState state)
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync();
        var person = await portal.PersonAsync(await portal.AgencyAsync());
        var linkId = await portal.LinkAsync(person);
        await portal.WithDatabaseAsync(async database =>
        {
            var link = await database.OneTimeLinks.SingleAsync(one => one.Id == linkId);
            switch (why)
            {
                case "used":
                    link.Use(portal.Clock.GetUtcNow());
                    break;
                case "run out":
                    database.Entry(link).Property(one => one.ExpiresAt).CurrentValue =
                        portal.Clock.GetUtcNow();
                    break;
                case "replaced":
                    database.Remove(link);
                    break;
                default:
                    var mail = await database.OutboxMessages.SingleAsync();
                    database.Entry(mail).Property(one => one.SealedSecret).CurrentValue = "CfDJ8";
                    break;
            }

            await database.SaveChangesAsync();
        });

        await portal.DeliverAsync();

        Assert.Empty(world.Taken);
        var kept = Assert.Single(await portal.MailsAsync());
        Assert.Equal(state, kept.State);
        Assert.NotEmpty(kept.Problem);
        Assert.Null(kept.SealedSecret);
    }

    [Fact]
    public async Task News_GoesDuringLeaveAndNotToWhoeverLeftDiedOrHasARefusedAddress()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync();
        var agency = await portal.AgencyAsync();
        CastMember[] cast =
        [
            await portal.PersonAsync(agency, "Away"),
            await portal.PersonAsync(agency, "Left"),
            await portal.PersonAsync(agency, "Dead"),
            await portal.PersonAsync(agency, "Refused"),
            await portal.PersonAsync(agency, "Moved"),
        ];
        foreach (var member in cast)
        {
            await portal.NoticeAsync(member);
        }

        await portal.LeaveAsync(agency, cast[0], portal.Clock.GetUtcNow().NewZealandDate(), null);
        await portal.LeftAsync(cast[1]);
        await portal.WithDatabaseAsync(async database =>
        {
            var dead = await database.People.SingleAsync(one => one.Id == cast[2].PersonId);
            database.Entry(dead).Property(one => one.DiedOn).CurrentValue = new(2026, 11, 15);
            await database.SaveChangesAsync();
        });
        await portal.RefusedAsync(cast[3]);
        await portal.PersonAsync(cast[4], "another@agency.example");

        Assert.Equal(new DeliveryCounts(1, 0, 0, 0, 4), await portal.DeliverAsync());
        Assert.Equal(cast[0].Email, Assert.Single(world.Taken).Message.To.Address);
    }

    [Fact]
    public async Task TryingLater_PausesTwiceAsLongEachTimeUntilAnHourAndIsGivenUpInTheEnd()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync();
        var told = await portal.PersonAsync(await portal.AgencyAsync());
        await portal.NoticeAsync(told, worth: TimeSpan.FromHours(4));
        await portal.OwingAsync();
        await portal.RemindAsync();
        world.AlwaysAnswer(new MailHandOver(MailOutcome.TryLater, "451 Not now."));

        for (var minute = 0; minute <= 9 * 60; )
        {
            await portal.DeliverAsync();
            var step = minute <= 4 * 60 ? 1 : 30;
            portal.Clock.Move(TimeSpan.FromMinutes(step));
            minute += step;
        }

        var tries = world.Taken.Where(taken => taken.Message.To.Address == told.Email).ToList();
        Assert.Equal(
            [1, 2, 4, 8, 16, 32, 60, 60],
            tries.Zip(tries.Skip(1), (one, next) => (int)(next.At - one.At).TotalMinutes)
        );
        var notice = await portal.MailToAsync(told);
        Assert.Equal(OutboxState.Failed, notice.State);
        Assert.Contains("451 Not now.", notice.Problem, StringComparison.Ordinal);
        // A reminder that five o'clock overtakes is taken back, and what it said is decided anew.
        Assert.Equal(
            OutboxState.Withdrawn,
            (await portal.MailsAsync()).Single(mail => mail.Kind == MailKind.Reminder).State
        );
        Assert.Empty(await portal.StepsAsync());
    }
}

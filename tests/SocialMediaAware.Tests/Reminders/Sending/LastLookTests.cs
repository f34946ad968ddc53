using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Tests.Reminders.Sending;

/// <summary>A mail that a worker has taken already does not go any more to whom it should not.</summary>
public sealed class LastLookTests
{
    [Theory]
    [InlineData("signed", TestProvider.Sqlite)]
    [InlineData("signed", TestProvider.PostgreSql)]
    [InlineData("asked a question", TestProvider.Sqlite)]
    [InlineData("left", TestProvider.Sqlite)]
    [InlineData("died", TestProvider.Sqlite)]
    [InlineData("taken back at once", TestProvider.Sqlite)]
    [InlineData("another address", TestProvider.Sqlite)]
    [InlineData("five o’clock", TestProvider.Sqlite)]
    public async Task Mail_WhenItsReaderChangesBetweenTheLeaseAndTheHandOver_DoesNotGo(
        string what,
        TestProvider provider
    )
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync(new() { Provider = provider });
        var one = await portal.OwingAsync("One");
        var other = await portal.OwingAsync("Other");
        await portal.RemindAsync();
        // Both were taken together. While the first is handed over, something happens to the reader of the second.
        world.Answer = async message =>
        {
            if (world.Taken.Count == 1)
            {
                await HappenAsync(
                    portal,
                    what,
                    message.To.Address == one.Person.Email ? other : one
                );
            }

            return MailHandOver.Delivered;
        };

        await portal.DeliverAsync();
        // Where the lease ran out meanwhile, the next worker looks.
        await portal.DeliverAsync();

        Assert.Single(world.Taken);
        var mails = await portal.MailsAsync();
        Assert.Equal(
            [OutboxState.Sent, OutboxState.Withdrawn],
            mails.Select(mail => mail.State).Order()
        );
        // What was not said does not count as said.
        Assert.Single(await portal.StepsAsync());
    }

    [Fact]
    public async Task LeadersMail_WhenItsSubjectDiesAfterTheLease_NamesThemToNobody()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync();
        var agency = await portal.AgencyAsync();
        var leader = await portal.PersonAsync(agency, "Lucy Leader");
        var overdue = await portal.PersonAsync(agency, "Oma Overdue", ledBy: leader);
        await portal.PersonAsync(overdue, null);
        var assignment = await portal.AssignmentAsync(
            overdue,
            await portal.OnboardingAsync(agency),
            opensOn: new(2026, 10, 1),
            dueOn: new(2026, 10, 12)
        );
        var first = await portal.OwingAsync("Another");
        Assert.Equal(2, await portal.RemindAsync());
        world.Answer = async message =>
        {
            if (message.To.Address == first.Person.Email)
            {
                await HappenAsync(portal, "died", (overdue, assignment));
            }

            return MailHandOver.Delivered;
        };
        // The leader's mail comes last.
        await portal.WithDatabaseAsync(async database =>
        {
            var mail = await database.OutboxMessages.SingleAsync(one =>
                one.PersonId == leader.PersonId
            );
            database.Entry(mail).Property(one => one.NotBefore).CurrentValue = portal
                .Clock.GetUtcNow()
                .AddMilliseconds(1);
            await database.SaveChangesAsync();
        });
        portal.Clock.Move(TimeSpan.FromSeconds(1));

        await portal.DeliverAsync();

        Assert.Equal(first.Person.Email, Assert.Single(world.Taken).Message.To.Address);
        Assert.Equal(OutboxState.Withdrawn, (await portal.MailToAsync(leader)).State);
        // Nor is it written anew.
        Assert.Equal(0, await portal.RemindAsync());
    }

    private static async Task HappenAsync(
        TestPortal portal,
        string what,
        (CastMember Person, Assignment Assignment) whom
    )
    {
        var now = portal.Clock.GetUtcNow();
        switch (what)
        {
            case "signed":
                await portal.ChangeAsync(whom.Assignment, one => one.Sign(now));
                break;
            case "asked a question":
                await portal.ChangeAsync(whom.Assignment, one => one.Hold(now));
                break;
            case "left":
                await portal.LeftAsync(whom.Person);
                break;
            case "died":
                await portal.WithDatabaseAsync(async database =>
                {
                    var dead = await database.People.SingleAsync(one =>
                        one.Id == whom.Person.PersonId
                    );
                    database.Entry(dead).Property(one => one.DiedOn).CurrentValue =
                        now.NewZealandDate();
                    await database.SaveChangesAsync();
                });
                await portal.LeftAsync(whom.Person);
                await portal.ChangeAsync(whom.Assignment, one => one.Leave(now));
                break;
            case "taken back at once":
                await portal.WithAsync(services =>
                    services
                        .GetRequiredService<WithdrawingMail>()
                        .RunAsync(whom.Person.PersonId, "Gone.", CancellationToken.None)
                );
                break;
            case "another address":
                await portal.PersonAsync(whom.Person, "another@agency.example");
                break;
            default:
                portal.Clock.Move(TimeSpan.FromHours(7));
                break;
        }
    }
}

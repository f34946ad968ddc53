using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Mail;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders;

public sealed class DeliverMailTests
{
    [Fact]
    public async Task Deliver_WhenMailWaits_WritesAFileThatMailProgramsRead()
    {
        await using var portal = await TestPortal.StartAsync();
        var (person, assignment) = await OwingAsync(portal);
        await portal.RemindAsync();

        Assert.Equal(new DeliveryCounts(1, 0, 0, 0, 0), await portal.DeliverAsync());
        Assert.Equal(new DeliveryCounts(0, 0, 0, 0, 0), await portal.DeliverAsync());

        var message = Assert.Single(await portal.MailsAsync());
        var file = Assert.Single(portal.MailFiles());
        Assert.Equal($"{message.MailId.Split('@')[0]}.eml", Path.GetFileName(file));
        var mail = ReadMail.Of(await File.ReadAllBytesAsync(file));
        Assert.Equal($"Hēmi Tūwhare <{person.Email}>", mail.Mailbox("To"));
        Assert.Equal(message.Subject, mail.Words("Subject"));
        Assert.Equal(message.Text.ReplaceLineEndings("\r\n"), mail.Bodies[0]);
        Assert.Contains($"/next/{assignment.Id}", mail.Bodies[0], StringComparison.Ordinal);
        Assert.Contains($"/next/{assignment.Id}\"", mail.Bodies[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("signed")]
    [InlineData("held")]
    [InlineData("left")]
    [InlineData("on leave")]
    [InlineData("gone")]
    public async Task Deliver_WhenItIsNoLongerSo_WithdrawsTheMail(string why)
    {
        await using var portal = await TestPortal.StartAsync();
        var (person, assignment) = await OwingAsync(portal);
        await portal.RemindAsync();
        var now = portal.Clock.GetUtcNow();
        switch (why)
        {
            case "signed":
                await portal.ChangeAsync(assignment, one => one.Sign(now));
                break;
            case "held":
                await portal.ChangeAsync(assignment, one => one.Hold(now));
                break;
            case "left":
                await portal.ChangeAsync(assignment, one => one.Leave(now));
                break;
            case "on leave":
                await portal.LeaveAsync(
                    await portal.AgencyAsync(),
                    person,
                    now.NewZealandDate(),
                    null
                );
                break;
            default:
                await portal.WithDatabaseAsync(async database =>
                {
                    database.Placements.Single(one => one.PersonId == person.PersonId).Unlearn(now);
                    await database.SaveChangesAsync();
                });
                break;
        }

        Assert.Equal(new DeliveryCounts(0, 0, 0, 0, 1), await portal.DeliverAsync());
        Assert.Empty(portal.MailFiles());
        Assert.Equal(OutboxState.Withdrawn, Assert.Single(await portal.MailsAsync()).State);
        // What was not said is not counted as said.
        Assert.Empty(await portal.StepsAsync());
    }

    [Fact]
    public async Task Mail_OfSomebodyWhoLeft_IsTakenBackAtOnceAndNobodyElses()
    {
        await using var portal = await TestPortal.StartAsync();
        var (gone, _) = await OwingAsync(portal);
        var (stays, _) = await OwingAsync(portal);
        await portal.RemindAsync();
        await portal.WithDatabaseAsync(async database =>
        {
            var change = PeopleChange.Record(
                (await portal.AgencyAsync()).Id,
                PeopleChangeKind.Left,
                gone.PersonId,
                byAccountId: null,
                "Another job",
                portal.Clock.GetUtcNow()
            );
            database.Add(change);
            database.Placements.Single(one => one.PersonId == gone.PersonId).Unlearn(change);
            await database.SaveChangesAsync();
        });
        using var scope = portal.Services.CreateScope();
        await scope
            .ServiceProvider.GetRequiredService<AfterPersonChange>()
            .WithdrawAsync(gone.PersonId, CancellationToken.None);

        var mails = await portal.MailsAsync();
        // Two identities made in the same millisecond have no order: by person, not by place in a list.
        Assert.Equal(2, mails.Count);
        Assert.Equal(
            OutboxState.Withdrawn,
            mails.Single(mail => mail.PersonId == gone.PersonId).State
        );
        Assert.Equal(
            OutboxState.Pending,
            mails.Single(mail => mail.PersonId == stays.PersonId).State
        );
        Assert.Equal(1, (await portal.DeliverAsync()).Sent);
    }

    [Fact]
    public async Task Deliver_WhenOneOfTwoThingsWasSigned_WritesAnewAboutTheOther()
    {
        await using var portal = await TestPortal.StartAsync();
        var (person, signed) = await OwingAsync(portal);
        var other = await portal.AssignmentAsync(
            person,
            await portal.OnboardingAsync(await portal.AgencyAsync())
        );
        await portal.RemindAsync();
        await portal.ChangeAsync(signed, one => one.Sign(portal.Clock.GetUtcNow()));

        await portal.DeliverAsync();
        Assert.Equal(1, await portal.RemindAsync());
        await portal.DeliverAsync();

        var mail = Assert.Single(
            await portal.MailsAsync(),
            message => message.State == OutboxState.Sent
        );
        Assert.Equal([other.Id], mail.Subjects.Select(subject => subject.AssignmentId));
        Assert.Single(portal.MailFiles());
    }

    [Fact]
    public async Task Deliver_AfterFiveOClock_KeepsTheStepForTheNextDay()
    {
        await using var portal = await TestPortal.StartAsync();
        await OwingAsync(portal);
        await portal.RemindAsync();
        portal.Clock.Move(TimeSpan.FromHours(7));

        Assert.Equal(1, (await portal.DeliverAsync()).Withdrawn);
        portal.Clock.Move(TimeSpan.FromHours(17));
        Assert.Equal(1, await portal.RemindAsync());
        Assert.Equal(1, (await portal.DeliverAsync()).Sent);
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Deliver_WhenAWorkerDiedWhileHandingOver_LeavesTheMailUncertain(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Provider = provider }
        );
        await OwingAsync(portal);
        await OwingAsync(portal);
        await portal.RemindAsync();
        // The worker takes both, begins with one, and is heard of no more.
        await portal.WithAsync(async services =>
        {
            var outbox = services.GetRequiredService<Outbox>();
            var lease = Guid.NewGuid();
            var leased = await outbox.LeaseAsync(lease, CancellationToken.None);
            Assert.Equal(2, leased.Count);
            Assert.True(await outbox.BeginAsync(leased[0], lease, null, CancellationToken.None));
        });

        Assert.Equal(0, (await portal.DeliverAsync()).All);
        portal.Clock.Move(TimeSpan.FromMinutes(11));
        Assert.Equal(new DeliveryCounts(1, 0, 0, 1, 0), await portal.DeliverAsync());
        portal.Clock.Move(TimeSpan.FromHours(1));
        Assert.Equal(0, (await portal.DeliverAsync()).All);
        Assert.Equal(0, await portal.RemindAsync());

        Assert.Single(portal.MailFiles());
        Assert.Equal(
            [OutboxState.Sent, OutboxState.Uncertain],
            (await portal.MailsAsync()).Select(mail => mail.State).Order()
        );
    }

    [Fact]
    public async Task Deliver_WhenALeaseRanOut_LeavesItToWhoeverHasItNow()
    {
        await using var portal = await TestPortal.StartAsync();
        await OwingAsync(portal);
        await portal.RemindAsync();
        var slow = Guid.NewGuid();
        var leased = await portal.WithAsync(services =>
            services.GetRequiredService<Outbox>().LeaseAsync(slow, CancellationToken.None)
        );
        portal.Clock.Move(TimeSpan.FromMinutes(11));
        Assert.Equal(1, (await portal.DeliverAsync()).Sent);

        Assert.False(
            await portal.WithAsync(services =>
                services
                    .GetRequiredService<Outbox>()
                    .BeginAsync(leased[0], slow, null, CancellationToken.None)
            )
        );
    }

    [Fact]
    public async Task Deliver_WhenTheFolderCannotBeWritten_TriesAgainLater()
    {
        await using var portal = await TestPortal.StartAsync();
        await OwingAsync(portal);
        await portal.RemindAsync();
        var folder = Path.Combine(portal.DataFolder, "mail");
        await File.WriteAllTextAsync(folder, "in the way");

        Assert.Equal(new DeliveryCounts(0, 1, 0, 0, 0), await portal.DeliverAsync());
        Assert.Equal(0, (await portal.DeliverAsync()).All);
        File.Delete(folder);
        portal.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await portal.DeliverAsync()).Sent);

        var mail = Assert.Single(await portal.MailsAsync());
        Assert.Equal(2, mail.Attempts);
        Assert.Single(portal.MailFiles());
    }

    [Fact]
    public async Task Deliver_ToAnAddressThatIsNone_FailsForGood()
    {
        await using var portal = await TestPortal.StartAsync();
        var (person, _) = await OwingAsync(portal);
        await portal.PersonAsync(person, "nobody\r\nBcc: all@agency.example");
        await portal.RemindAsync();

        Assert.Equal(new DeliveryCounts(0, 0, 1, 0, 0), await portal.DeliverAsync());
        Assert.Empty(portal.MailFiles());
    }

    private static async Task<(CastMember Person, Assignment Assignment)> OwingAsync(
        TestPortal portal
    )
    {
        var agency = await portal.AgencyAsync();
        var person = await portal.PersonAsync(agency, "Hēmi Tūwhare");
        return (person, await portal.AssignmentAsync(person, await portal.OnboardingAsync(agency)));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Tests.Reminders.Sending;

public sealed class RefusedAddressTests
{
    private static readonly MailHandOver NoSuchMailbox = new(
        MailOutcome.Refused,
        "550 5.1.1 No such mailbox",
        IsAddressRefused: true
    );

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Refused_IsNotWrittenToUntilHrSaysThatItIsRight(TestProvider provider)
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        var (person, _) = await portal.OwingAsync("Ute Unreached");
        await portal.NoticeAsync(person);
        await portal.RemindAsync();
        world.AlwaysAnswer(NoSuchMailbox);

        // The first is refused; what else waits for that address does not go any more.
        Assert.Equal(new DeliveryCounts(0, 0, 1, 0, 1), await portal.DeliverAsync());
        var marked = await portal.WithDatabaseAsync(database =>
            database.RefusedAddresses.SingleAsync()
        );
        Assert.Equal(person.Email, marked.Address);
        Assert.Equal(NoSuchMailbox.Problem, marked.Problem);
        // HR is told of it, and nobody writes to that address.
        Assert.Equal(1, await portal.RemindAsync());
        Assert.Equal(OutboxState.Pending, (await portal.MailToAsync(hr)).State);
        Assert.Contains(
            "Ute Unreached",
            (await portal.MailToAsync(hr)).Text,
            StringComparison.Ordinal
        );

        using var client = await portal.SignedInAsync(hr.AccountId);
        var list = await client.PageAsync("/reminders/without-address");
        Assert.Contains(NoSuchMailbox.Problem, list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            NoSuchMailbox.Problem,
            (await client.PageAsync($"/people/person/{person.PersonId}")).Body!.TextContent,
            StringComparison.Ordinal
        );
        var address = list.QuerySelector($"main a[href='/reminders/address/{person.PersonId}']")!
            .GetAttribute("href")!;
        world.AlwaysAnswer(MailHandOver.Delivered);
        var page = await client.PageAsync(address);
        using (var cleared = await client.SubmitAsync(page, address))
        {
            Assert.Equal(HttpStatusCode.Redirect, cleared.StatusCode);
        }

        using (var twice = await client.SubmitAsync(page, address))
        {
            Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
        }

        Assert.Single(await portal.AuditAsync(AuditActions.AddressCleared));
        // Nobody had been told: now they are.
        Assert.Equal(1, await portal.RemindAsync());
        var before = world.Taken.Count;
        await portal.DeliverAsync();
        Assert.Contains(
            world.Taken.Skip(before),
            taken => taken.Message.To.Address == person.Email
        );
        Assert.DoesNotContain(
            "Ute Unreached",
            (await client.PageAsync("/reminders/without-address")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Refused_WhenThePersonGetsAnotherAddress_IsOver()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync();
        var (person, _) = await portal.OwingAsync();
        await portal.RemindAsync();
        world.AlwaysAnswer(NoSuchMailbox);
        await portal.DeliverAsync();
        world.AlwaysAnswer(MailHandOver.Delivered);

        await portal.PersonAsync(person, "right@agency.example");

        Assert.Equal(1, await portal.RemindAsync());
        Assert.Equal(1, (await portal.DeliverAsync()).Sent);
    }

    [Fact]
    public async Task Address_OfSomebodyInAnotherAgency_IsNotFound()
    {
        await using var portal = await TestPortal.StartAsync();
        var (person, _) = await portal.OwingAsync();
        await portal.RefusedAsync(person);
        var hr = await portal.PersonWithRoleAsync(
            await portal.AgencyAsync("stats-nz"),
            PortalRole.HumanResources
        );
        using var client = await portal.SignedInAsync(hr.AccountId);

        using var response = await client.GetAsync($"/reminders/address/{person.PersonId}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task RefusedMail_ThatIsNotAboutTheAddress_MarksNobody()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync();
        await portal.OwingAsync();
        await portal.RemindAsync();
        world.AlwaysAnswer(new MailHandOver(MailOutcome.Refused, "554 5.7.1 Looks like spam"));

        await portal.DeliverAsync();

        Assert.Equal(OutboxState.Failed, Assert.Single(await portal.MailsAsync()).State);
        Assert.False(
            await portal.WithDatabaseAsync(database => database.RefusedAddresses.AnyAsync())
        );
    }
}

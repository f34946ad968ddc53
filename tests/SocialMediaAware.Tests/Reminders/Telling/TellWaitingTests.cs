using SocialMediaAware.Tests.MoreTime;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders.Telling;

public sealed class TellWaitingTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public async Task Questions_WhenFortyWait_AreOneMailADayToTheAdviser()
    {
        await using var portal = await TestPortal.StartAsync();
        var (agency, asker, adviser, _) = await AdvisersAsync(portal);
        for (var number = 0; number < 40; number++)
        {
            await portal.QuestionAsync(agency, asker);
        }

        Assert.Equal(1, await portal.TellWaitingAsync());
        Assert.Equal(0, await portal.TellWaitingAsync());

        var mail = Assert.Single(await portal.MailsAsync("waiting-for-adviser"));
        Assert.Equal(adviser.PersonId, mail.PersonId);
        Assert.Equal("A question is waiting for you", mail.Subject);
        Assert.Contains("/questions", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", mail.Subject + mail.Text + mail.Html, StringComparison.Ordinal);
        AssertTellsNothing(mail, asker);
    }

    [Fact]
    public async Task Questions_WhenOneComesAfterTheMailOfTheDay_AreToldOnTheNextDay()
    {
        await using var portal = await TestPortal.StartAsync();
        var (agency, asker, _, _) = await AdvisersAsync(portal);
        var first = await portal.QuestionAsync(agency, asker);
        await portal.TellWaitingAsync();
        await portal.WithdrawAsync(first);
        portal.Clock.Move(TimeSpan.FromHours(1));
        var second = await portal.QuestionAsync(agency, asker);
        Assert.Equal(0, await portal.TellWaitingAsync());

        // In the evening: tomorrow's mail, for a decent hour. Nothing else follows it.
        portal.Clock.Move(TimeSpan.FromHours(10));
        Assert.Equal(1, await portal.TellWaitingAsync());
        portal.Clock.MoveTo(Monday.AddDays(1));
        Assert.Equal(0, await portal.TellWaitingAsync());
        var mails = await portal.MailsAsync("waiting-for-adviser");
        Assert.Equal(2, mails.Count);
        Assert.Equal(
            LocalDay.On(Monday.AddDays(1), "Pacific/Auckland").BeginsAt,
            mails[1].NotBefore
        );

        await portal.WithdrawAsync(second);
        portal.Clock.MoveTo(Monday.AddDays(14));
        Assert.Equal(0, await portal.TellWaitingAsync());
    }

    [Fact]
    public async Task Questions_WhenAskedAtAWeekend_AreOneMailOnMonday()
    {
        await using var portal = await TestPortal.StartAsync();
        var (agency, asker, _, _) = await AdvisersAsync(portal);
        for (var day = Monday.AddDays(5); day < Monday.AddDays(8); day = day.AddDays(1))
        {
            portal.Clock.MoveTo(day);
            portal.Clock.Move(TimeSpan.FromHours(-3));
            await portal.QuestionAsync(agency, asker);
            await portal.TellWaitingAsync();
        }

        Assert.Single(await portal.MailsAsync("waiting-for-adviser"));
    }

    [Fact]
    public async Task Questions_WhenNobodyAnswersForFiveWorkingDays_AreToldToTheDeputy()
    {
        await using var portal = await TestPortal.StartAsync();
        var (agency, asker, adviser, deputy) = await AdvisersAsync(portal);
        await portal.QuestionAsync(agency, asker);
        var told = new List<(DateOnly Day, Guid Who)>();
        var seen = 0;
        for (var day = Monday; day <= Monday.AddDays(14); day = day.AddDays(1))
        {
            portal.Clock.MoveTo(day);
            portal.Clock.Move(TimeSpan.FromMinutes(5));
            await portal.TellWaitingAsync();
            var mails = await portal.MailsAsync("waiting-for-adviser");
            told.AddRange(mails.Skip(seen).Select(mail => (day, mail.PersonId)));
            seen = mails.Count;
        }

        Assert.Equal([(Monday, adviser.PersonId), (Monday.AddDays(7), deputy.PersonId)], told);
    }

    [Fact]
    public async Task Questions_WhenTheAdviserIsOnLeaveOrAsks_GoToTheOther()
    {
        await using var portal = await TestPortal.StartAsync();
        var (agency, asker, adviser, deputy) = await AdvisersAsync(portal);
        await portal.QuestionAsync(agency, adviser);
        await portal.TellWaitingAsync();
        var mail = Assert.Single(await portal.MailsAsync("waiting-for-adviser"));
        Assert.Equal(deputy.PersonId, mail.PersonId);

        portal.Clock.MoveTo(Monday.AddDays(1));
        await portal.LeaveAsync(agency, adviser, Monday, Monday.AddDays(20));
        await portal.QuestionAsync(agency, asker);
        await portal.TellWaitingAsync();
        Assert.All(
            await portal.MailsAsync("waiting-for-adviser"),
            one => Assert.Equal(deputy.PersonId, one.PersonId)
        );
    }

    [Fact]
    public async Task OtherThings_WhenTheyWait_AreToldToWhoAnswersThem()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var contact = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        var second = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        var leader = await portal.PersonAsync(agency, "Lena Leader");
        var (led, owedByLed) = await portal.OwingAsync(agency, "Led Larry", leader);
        var (alone, owedAlone) = await portal.OwingAsync(agency, "Alone Ana");
        await portal.DisagreeAsync(owedByLed);
        await portal.AskForCorrectionAsync(agency, led);
        await portal.AskedAsync(owedByLed, reason: GivenTelling.Telltale);

        await portal.TellWaitingAsync();
        var mails = await portal.MailsAsync("waiting");
        Assert.Equal(
            [
                ("Somebody does not agree with a rule", contact.PersonId),
                ("Somebody in your team asks for more time", leader.PersonId),
                ("Somebody says that something about them is wrong", contact.PersonId),
                ("Somebody says that something about them is wrong", second.PersonId),
            ],
            mails
                .Select(mail => (mail.Subject, mail.PersonId))
                .OrderBy(mail => mail.Subject)
                .ThenBy(mail => mail.PersonId == second.PersonId)
        );
        Assert.All(mails, mail => AssertTellsNothing(mail, led));

        // Nobody leads her: HR answers.
        await portal.AskedAsync(owedAlone, reason: GivenTelling.Telltale);
        await portal.TellWaitingAsync();
        var seen = mails.Select(mail => mail.Id).ToHashSet();
        var forHr = (await portal.MailsAsync("waiting"))
            .Where(mail => !seen.Contains(mail.Id))
            .ToList();
        Assert.Equal(
            new[] { contact.PersonId, second.PersonId }.Order(),
            forHr.Select(mail => mail.PersonId).Order()
        );
        Assert.All(forHr, mail => Assert.Equal("Somebody asks for more time", mail.Subject));
        Assert.All(forHr, mail => AssertTellsNothing(mail, alone));
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Telling_WhenSixRunAtOnce_TellsOnce(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Provider = provider }
        );
        var (agency, asker, _, _) = await AdvisersAsync(portal);
        await portal.QuestionAsync(agency, asker);

        var told = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(portal.TellWaitingAsync))
        );

        Assert.Equal(1, told.Sum());
        Assert.Single(await portal.MailsAsync());
    }

    private static async Task<(
        Agency Agency,
        CastMember Asker,
        CastMember Adviser,
        CastMember Deputy
    )> AdvisersAsync(TestPortal portal)
    {
        var agency = await portal.AgencyAsync();
        var adviser = await portal.PersonWithRoleAsync(
            agency,
            PortalRole.IntegrityAdviser,
            "Hana Webb"
        );
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        var deputy = await portal.PersonWithRoleAsync(
            agency,
            PortalRole.IntegrityAdviser,
            "Dana Deputy"
        );
        return (agency, await portal.PersonAsync(agency, "Āwhina Asker"), adviser, deputy);
    }

    private static void AssertTellsNothing(OutboxMessage mail, CastMember whose)
    {
        var whole = mail.Subject + mail.Text + mail.Html + mail.Key;
        Assert.DoesNotContain(GivenTelling.Telltale, whole, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(whose.Name, whole, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(whose.PersonId.ToString(), whole, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(mail.Subjects);
    }
}

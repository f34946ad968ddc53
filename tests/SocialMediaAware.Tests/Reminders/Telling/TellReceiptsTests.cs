using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.Reminders.Telling;

public sealed class TellReceiptsTests
{
    [Fact]
    public async Task Receipts_AfterSigning_AreToldOnceAndNeverOfWhatWasSignedBefore()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        var before = await portal.ReadySignerAsync(agency, programme, "Before Bella");
        Assert.Empty((await portal.SignAsync(before)).Problems);

        // The portal begins to tell.
        portal.Clock.Move(TimeSpan.FromMinutes(5));
        Assert.Equal(0, await portal.TellReceiptsAsync());
        portal.Clock.Move(TimeSpan.FromMinutes(5));
        var signer = await portal.ReadySignerAsync(agency, programme, "Āwhina Pātea");
        var signed = await portal.SignAsync(signer);
        var without = await portal.ReadySignerAsync(agency, programme, "Nobody Reaches");
        await portal.PersonAsync(without.Member, email: null);
        Assert.Empty((await portal.SignAsync(without)).Problems);

        Assert.Equal(1, await portal.TellReceiptsAsync());
        Assert.Equal(0, await portal.TellReceiptsAsync());
        // Another run that did not end loses nothing: the next looks again.
        portal.Clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(0, await portal.TellReceiptsAsync());

        var mail = Assert.Single(await portal.MailsAsync());
        Assert.Equal(signer.Member.PersonId, mail.PersonId);
        Assert.Equal("You signed Getting started: here is your receipt", mail.Subject);
        Assert.Contains("Monday 16 November 2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains(
            $"/attestations/{signed.AttestationId}",
            mail.Html,
            StringComparison.Ordinal
        );
        Assert.Equal(mail.CreatedAt, mail.NotBefore);
    }

    [Fact]
    public async Task Receipts_AfterTheJobStoodStill_AreToldAtADecentHourForThreeDays()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        await portal.TellReceiptsAsync();
        portal.Clock.Move(TimeSpan.FromMinutes(5));
        var early = await portal.ReadySignerAsync(agency, programme, "Too Long Ago");
        Assert.Empty((await portal.SignAsync(early)).Problems);
        portal.Clock.MoveTo(new DateOnly(2026, 11, 18));
        var late = await portal.ReadySignerAsync(agency, programme, "Two Days Ago");
        Assert.Empty((await portal.SignAsync(late)).Problems);

        // Friday evening: Thursday has passed, and it is told on Monday.
        portal.Clock.MoveTo(new DateOnly(2026, 11, 20));
        portal.Clock.Move(TimeSpan.FromHours(10));
        await portal.TellReceiptsAsync();

        var mail = Assert.Single(await portal.MailsAsync());
        Assert.Equal(late.Member.PersonId, mail.PersonId);
        Assert.Equal(
            LocalDay.On(new DateOnly(2026, 11, 23), "Pacific/Auckland").BeginsAt,
            mail.NotBefore
        );
    }
}

using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Programmes.Running;

/// <summary>Writes the first mail that somebody would get, as <see cref="Remind" /> would write it. It has no address and is not sent.</summary>
public sealed class SampleMail(DigestWriting writing, PortalAddress address)
{
    /// <summary>Writes it; null when the programme reminds of nothing.</summary>
    public MailContent? Write(
        Agency agency,
        ProgrammeTerms terms,
        LaunchSample sample,
        WorkingDayCalendar calendar,
        DateOnly from
    )
    {
        var steps = ReminderSteps.DaysOf(
            sample.OpensOn,
            sample.DueOn,
            calendar,
            region: null,
            terms.Reminders
        );
        if (steps.Count == 0)
        {
            return null;
        }

        var day = steps.Any(step => step.Day >= from)
            ? steps.First(step => step.Day >= from).Day
            : from;
        var owed = new Owed(
            Guid.Empty,
            agency.Id,
            Guid.Empty,
            terms.Name,
            sample.OpensOn,
            sample.DueOn,
            LastSent: null
        );
        var reader = new Reminded(
            Guid.Empty,
            sample.Name,
            Address: null,
            "Pacific/Auckland",
            Region: null,
            [agency.Id],
            IsAway: false
        );
        var content = writing.Write(
            new PlannedDigest(
                reader,
                LocalDay.On(day, reader.TimeZone) with
                {
                    IsInHours = true,
                },
                [new DigestItem(owed, ReminderSteps.LatestOf(steps, day))],
                [],
                [],
                []
            ),
            [agency.Name]
        );
        // Its button has styles of its own, which no page may have.
        return content with { Html = MailPreview.Of(content.Html, address.Root) };
    }
}

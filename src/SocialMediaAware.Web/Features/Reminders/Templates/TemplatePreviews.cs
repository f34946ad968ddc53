using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Reminders.Templates;

/// <summary>
/// Fills templates with made-up words, through the same code that writes the mails. A part of a reminder is shown in the mail that
/// carries it.
/// </summary>
public sealed class TemplatePreviews(
    PortalDbContext database,
    ContentStore content,
    DigestWriting digests,
    PortalAddress address,
    SignedIn signedIn,
    IStringLocalizer<TemplatesTexts> texts,
    TimeProvider clock
)
{
    private const string Zone = "Pacific/Auckland";

    /// <summary>The subject of each template, by its name; empty where the content has no mails.</summary>
    public IReadOnlyDictionary<string, string> Subjects =>
        content.Library.MailTemplates.ToDictionary(
            template => template.Key,
            template => template.Value.Subject
        );

    /// <summary>A template filled; null when there is none of that name.</summary>
    public async Task<MailContent?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (
            MailTemplateKind.All.FirstOrDefault(kind => kind.Name == name) is not { } kind
            || !content.Library.MailTemplates.TryGetValue(name, out var template)
        )
        {
            return null;
        }

        var agency = await AgencyAsync(cancellationToken);
        return DigestOf(kind, agency) is { } digest
            ? digests.Write(digest, [agency])
            : NoticeWriting.Write(
                template,
                texts["SampleReader"].Value,
                agency,
                $"{address.Root}/",
                PlacesOf(kind)
            );
    }

    private async Task<string> AgencyAsync(CancellationToken cancellationToken)
    {
        var ids = signedIn.AgencyIds.ToArray();
        return await database
                .Agencies.Where(agency => ids.Contains(agency.Id))
                .OrderBy(agency => agency.Name)
                .Select(agency => agency.Name)
                .FirstOrDefaultAsync(cancellationToken)
            ?? texts["SampleAgency"].Value;
    }

    private Dictionary<string, string> PlacesOf(MailTemplateKind kind) =>
        new()
        {
            ["programme"] = texts["SampleProgramme"].Value,
            ["date"] = clock.Today().InWords(),
            ["day"] = clock.Today().InWords(),
            ["month"] = clock.Today().MonthInWords(),
            ["figures"] = texts["SampleFigures"].Value,
            ["answer"] = texts["SampleAnswer"].Value,
            ["until"] = clock.Today().AddDays(1).InWords(),
            ["count"] = texts["SampleCount"].Value,
            ["what"] = texts[
                kind == MailTemplateKind.WaitingForAdviser ? "SampleQuestion" : "SampleWaiting"
            ].Value,
        };

    // Null for a mail that is no reminder.
    private PlannedDigest? DigestOf(MailTemplateKind kind, string agency)
    {
        var empty = new PlannedDigest(Reader(), Day(), [], [], [], []);
        if (kind == MailTemplateKind.Digest)
        {
            return empty with
            {
                Items = [Item(-7), Item(7, another: true)],
                OverdueInTeam = Listed(8, 1),
            };
        }

        return kind switch
        {
            _ when kind == MailTemplateKind.Opened => empty with { Items = [Item(14)] },
            _ when kind == MailTemplateKind.DueSoon => empty with { Items = [Item(7)] },
            _ when kind == MailTemplateKind.DueToday => empty with { Items = [Item(0)] },
            _ when kind == MailTemplateKind.Overdue => empty with { Items = [Item(-7)] },
            _ when kind == MailTemplateKind.Changed => empty with
            {
                Items = [Item(21) with { Before = clock.Today().AddDays(10) }],
            },
            _ when kind == MailTemplateKind.Leader => empty with { OverdueInTeam = Listed(8, 1) },
            _ when kind == MailTemplateKind.HumanResources => empty with
            {
                OverdueInAgency = Listed(22, 15),
            },
            _ when kind == MailTemplateKind.WithoutAddress => empty with
            {
                WithoutAddress = Listed(0, 0),
            },
            _ => null,
        };
    }

    private Reminded Reader() =>
        new(
            Guid.Empty,
            texts["SampleReader"].Value,
            Address: null,
            Zone,
            Region: null,
            [],
            IsAway: false
        );

    private LocalDay Day() => LocalDay.On(clock.Today(), Zone);

    private DigestItem Item(int dueInDays, bool another = false) =>
        new(Owed(dueInDays, another), Step: null);

    private Owed Owed(int dueInDays, bool another = false) =>
        new(
            Guid.Empty,
            Guid.Empty,
            Guid.Empty,
            texts[another ? "SampleOtherProgramme" : "SampleProgramme"].Value,
            clock.Today().AddDays(-30),
            clock.Today().AddDays(dueInDays),
            LastSent: null
        );

    private DigestPerson[] Listed(int daysLate, int othersDaysLate) =>
        [
            new(Owed(-daysLate), texts["SamplePerson"].Value, daysLate),
            new(
                Owed(-othersDaysLate, another: true),
                texts["SampleOtherPerson"].Value,
                othersDaysLate
            ),
        ];
}

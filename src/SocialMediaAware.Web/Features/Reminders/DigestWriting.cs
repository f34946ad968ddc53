using System.Text;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Writes a digest from the templates of <c>content/mail/</c>: what the reader owes, then what they should know as a leader or HR.</summary>
public sealed class DigestWriting(
    ContentStore content,
    PortalAddress address,
    IStringLocalizer<RemindersTexts> texts
)
{
    /// <summary>How many people a list names; the portal shows the rest.</summary>
    public const int MostNamed = 50;

    private const int DaysThatAreSoon = 7;
    private static readonly Dictionary<string, string> NoBlocks = [];

    /// <summary>Writes it.</summary>
    /// <param name="digest">What it is about.</param>
    /// <param name="agencyNames">The agencies that it speaks of, the most urgent first.</param>
    public MailContent Write(PlannedDigest digest, IReadOnlyList<string> agencyNames)
    {
        var agencies = string.Join(texts["And"].Value, agencyNames);
        var parts = PartsOf(digest, agencies).ToList();
        var link =
            digest.Items.Count > 0 ? $"/next/{digest.Items[0].Owed.AssignmentId}"
            : digest.OverdueInTeam.Count > 0 ? "/team"
            : digest.OverdueInAgency.Count > 0 ? "/reports"
            : digest.WithoutAddress.Count > 0 ? "/reminders/without-address"
            : "/";
        var words = new Dictionary<string, string>
        {
            ["name"] = HeaderText.OnOneLine(digest.Reader.Name),
            ["agency"] = agencies,
            ["count"] = digest.Items.Count.ToString(NewZealandEnglish.Culture),
            ["link"] = address.Root + link,
            ["parts"] = string.Join("\n\n", parts.Select(part => part.Text)),
        };
        var frame = TemplateOf(MailTemplateKind.Digest);
        var subject =
            digest.Items.Count > 1 ? MailTemplate.FillText(frame.Subject, words) : parts[0].Subject;
        return new MailContent(
            MailContent.Cut(subject),
            MailTemplate.FillText(frame.Text, words),
            MailTemplate.FillHtml(
                frame.Html,
                words,
                new Dictionary<string, string>
                {
                    ["parts"] = string.Concat(parts.Select(part => part.Html)),
                }
            )
        )
        {
            Language = frame.Language,
        };
    }

    private IEnumerable<MailContent> PartsOf(PlannedDigest digest, string agencies)
    {
        foreach (var item in digest.Items)
        {
            yield return ItemOf(item, digest, agencies);
        }

        (MailTemplateKind Kind, IReadOnlyList<DigestPerson> People, string Link)[] lists =
        [
            (MailTemplateKind.Leader, digest.OverdueInTeam, "/team"),
            (MailTemplateKind.HumanResources, digest.OverdueInAgency, "/reports"),
            (MailTemplateKind.WithoutAddress, digest.WithoutAddress, "/reminders/without-address"),
        ];
        foreach (var (kind, people, link) in lists.Where(list => list.People.Count > 0))
        {
            yield return ListOf(kind, people, digest, agencies, link);
        }
    }

    private MailContent ItemOf(DigestItem item, PlannedDigest digest, string agencies)
    {
        var (owed, today) = (item.Owed, digest.Day.Date);
        var kind =
            item.Before is not null ? MailTemplateKind.Changed
            : today > owed.DueOn ? MailTemplateKind.Overdue
            : today == owed.DueOn ? MailTemplateKind.DueToday
            : item.Step is ReminderStepKind.DaysBefore
            || owed.DueOn.DayNumber - today.DayNumber <= DaysThatAreSoon
                ? MailTemplateKind.DueSoon
            : MailTemplateKind.Opened;
        var template = TemplateOf(kind);
        var words = new Dictionary<string, string>
        {
            ["name"] = HeaderText.OnOneLine(digest.Reader.Name),
            ["agency"] = agencies,
            ["programme"] = HeaderText.OnOneLine(owed.ProgrammeName),
            ["due"] = owed.DueOn.InWords(),
            ["before"] = item.Before?.InWords() ?? "",
            ["days"] = Days(owed.DaysLate(today)),
            ["link"] = $"{address.Root}/next/{owed.AssignmentId}",
        };
        return Filled(template, words, NoBlocks);
    }

    private MailContent ListOf(
        MailTemplateKind kind,
        IReadOnlyList<DigestPerson> people,
        PlannedDigest digest,
        string agencies,
        string link
    )
    {
        var template = TemplateOf(kind);
        var lines = people
            .Take(MostNamed)
            .Select(person =>
                MailTemplate.FillText(
                    template.Line,
                    new Dictionary<string, string>
                    {
                        ["person"] = HeaderText.OnOneLine(person.Name),
                        ["programme"] = HeaderText.OnOneLine(person.Owed.ProgrammeName),
                        ["days"] = Days(person.DaysLate),
                    }
                )
            )
            .ToList();
        if (people.Count > MostNamed)
        {
            lines.Add(texts["AndMore", people.Count - MostNamed].Value);
        }

        var html = new StringBuilder("<ul>");
        foreach (var line in lines)
        {
            html.Append("<li>").Append(MailTemplate.Encode(line)).Append("</li>");
        }

        var words = new Dictionary<string, string>
        {
            ["name"] = HeaderText.OnOneLine(digest.Reader.Name),
            ["agency"] = agencies,
            ["count"] = people.Count.ToString("N0", NewZealandEnglish.Culture),
            ["link"] = address.Root + link,
            ["people"] = string.Join('\n', lines.Select(line => $"- {line}")),
        };
        return Filled(
            template,
            words,
            new Dictionary<string, string> { ["people"] = html.Append("</ul>").ToString() }
        );
    }

    private static MailContent Filled(
        MailTemplate template,
        Dictionary<string, string> words,
        Dictionary<string, string> blocks
    ) =>
        new(
            MailTemplate.FillText(template.Subject, words),
            MailTemplate.FillText(template.Text, words),
            MailTemplate.FillHtml(template.Html, words, blocks)
        );

    private MailTemplate TemplateOf(MailTemplateKind kind) =>
        content.Library.MailTemplates[kind.Name];

    private string Days(int count) =>
        count == 1 ? texts["OneDay"].Value : texts["ManyDays", count].Value;
}

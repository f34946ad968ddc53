using System.Text.RegularExpressions;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Content;

/// <summary>Reads the templates of <c>mail/</c>, and sees that each has the places that it must fill and no others.</summary>
internal sealed partial class MailTemplateReader(
    ContentFiles files,
    SafeMarkdown markdown,
    TeReoWords teReo,
    MessageLog log
)
{
    private const string Folder = "mail";

    public IReadOnlyDictionary<string, MailTemplate> Read()
    {
        var templates = new Dictionary<string, MailTemplate>(StringComparer.Ordinal);
        // A folder of content that is about something else may do without mail; one that has it must have all of it.
        if (!files.FolderExists(Folder))
        {
            return templates;
        }

        foreach (var kind in MailTemplateKind.All)
        {
            if (ReadTemplate(kind) is { } template)
            {
                templates[kind.Name] = template;
            }
        }

        RefuseUnknownFiles();
        return templates;
    }

    private void RefuseUnknownFiles()
    {
        var known = MailTemplateKind.All.Select(kind => $"{Folder}/{kind.Name}.md").ToArray();
        foreach (var path in files.FilesIn(Folder, "*.md").Except(known, StringComparer.Ordinal))
        {
            log.For(path)
                .Error(
                    1,
                    "There is no mail of this name.",
                    $"Delete it, or name it one of: {string.Join(", ", known)}."
                );
        }
    }

    private MailTemplate? ReadTemplate(MailTemplateKind kind)
    {
        var path = $"{Folder}/{kind.Name}.md";
        var problems = log.For(path);
        if (!files.Exists(path))
        {
            problems.Error(1, "The template is missing.", "Write it: this mail needs it.");
            return null;
        }

        if (
            files.Read(path) is not { } file
            || FrontMatter.Split(file, problems) is not { Fields: { } fields, Body: { } body } parts
        )
        {
            return null;
        }

        if (kind.LinePlaces is null)
        {
            fields.AllowOnly("subject", "lang");
        }
        else
        {
            fields.AllowOnly("subject", "lang", "line");
        }

        var subject = fields.Required("subject", "Write the subject of the mail.");
        var line = kind.LinePlaces is null
            ? ""
            : fields.Required("line", "Write how one person stands in the list.");
        var language = ReadLanguage(fields, problems);
        var rendered = markdown.Render(body, Place(kind));
        problems.AddFindings(rendered.Findings, linesBefore: parts.BodyLine - 1);
        MailTemplateCheck.Run(kind, fields, body, parts.BodyLine, problems);
        return subject is null || line is null
            ? null
            : new MailTemplate(
                subject,
                WithLinkPlace(MailText.Of(rendered.Html)),
                WithLinkPlace(
                    new MailHtml(teReo).Dress(rendered.Html, language, hasButton: kind.IsWhole)
                ),
                line
            )
            {
                Language = language,
            };
    }

    private static string ReadLanguage(FieldReader fields, FileLog problems)
    {
        if (fields.Optional("lang") is not { } tag)
        {
            return MailContent.UsualLanguage;
        }

        if (tag.Length > MailContent.LanguageLength || !LanguageTag().IsMatch(tag))
        {
            problems.Error(
                fields.LineOf("lang"),
                $"\"{FieldReader.Short(tag)}\" does not name a language.",
                "Write en-NZ for English, mi for te reo Māori, or delete the line."
            );
        }

        return tag;
    }

    private static string WithLinkPlace(string text) =>
        text.Replace(MailText.LinkStandIn, MailText.LinkPlace, StringComparison.Ordinal);

    // A mail leads to the one place that it has a link for, or to an address to write to. Whoever learns to follow other links from
    // mails follows a stranger's too.
    private static MarkdownPlace Place(MailTemplateKind kind) =>
        new()
        {
            Label = kind.Name,
            HeadingAbove = 1,
            IdPrefix = kind.Name,
            Resolve = written =>
                written == MailText.LinkPlace ? new LinkTarget(MailText.LinkStandIn, null)
                : Uri.TryCreate(written, UriKind.Absolute, out var absolute)
                    ? absolute.Scheme == Uri.UriSchemeHttps
                            ? new LinkTarget(
                                null,
                                $"The link \"{FieldReader.Short(written)}\" leads out of the portal."
                            )
                        : ContentLinks.ResolveOutside(absolute.Scheme, written)
                : new LinkTarget(
                    null,
                    $"The link \"{FieldReader.Short(written)}\" leads nowhere from a mail."
                ),
        };

    [GeneratedRegex(
        "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LanguageTag();
}

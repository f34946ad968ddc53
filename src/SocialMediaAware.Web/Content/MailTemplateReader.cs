namespace SocialMediaAware.Web.Content;

/// <summary>Reads the templates of <c>mail/</c>, and sees that each has the places that it must fill and no others.</summary>
internal sealed class MailTemplateReader(ContentFiles files, SafeMarkdown markdown, MessageLog log)
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
            fields.AllowOnly("subject");
        }
        else
        {
            fields.AllowOnly("subject", "line");
        }

        var subject = fields.Required("subject", "Write the subject of the mail.");
        var line = kind.LinePlaces is null
            ? ""
            : fields.Required("line", "Write how one person stands in the list.");
        var rendered = markdown.Render(body, Place(kind));
        problems.AddFindings(rendered.Findings, linesBefore: parts.BodyLine - 1);
        CheckPlaces(kind, fields, body, parts.BodyLine, problems);
        return subject is null || line is null
            ? null
            : new MailTemplate(
                subject,
                WithLinkPlace(MailText.Of(rendered.Html)),
                WithLinkPlace(rendered.Html),
                line
            );
    }

    private static string WithLinkPlace(string text) =>
        text.Replace(MailText.LinkStandIn, MailText.LinkPlace, StringComparison.Ordinal);

    // A link may lead out by a safe scheme, or to the place of the one link that a mail has.
    private static MarkdownPlace Place(MailTemplateKind kind) =>
        new()
        {
            Label = kind.Name,
            HeadingAbove = 1,
            IdPrefix = kind.Name,
            Resolve = written =>
                written == MailText.LinkPlace ? new LinkTarget(MailText.LinkStandIn, null)
                : Uri.TryCreate(written, UriKind.Absolute, out var absolute)
                    ? ContentLinks.ResolveOutside(absolute.Scheme, written)
                : new LinkTarget(
                    null,
                    $"The link \"{FieldReader.Short(written)}\" leads nowhere from a mail."
                ),
        };

    private static void CheckPlaces(
        MailTemplateKind kind,
        FieldReader fields,
        string body,
        int bodyLine,
        FileLog problems
    )
    {
        string[] known = [.. kind.Required, .. kind.Optional];
        RefuseUnknown(fields.Optional("subject"), fields.LineOf("subject"), known, problems);
        RefuseUnknown(
            kind.LinePlaces is null ? null : fields.Optional("line"),
            fields.LineOf("line"),
            [.. kind.LinePlaces ?? []],
            problems
        );
        var lines = body.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            RefuseUnknown(lines[index], bodyLine + index, known, problems);
            RefuseCrowdedBlock(kind, lines, index, bodyLine, problems);
        }

        RequireAll(kind.Required, body, bodyLine, problems);
        RequireAll(
            kind.LinePlaces ?? [],
            fields.Has("line") ? fields.Optional("line") ?? "" : "",
            fields.LineOf("line"),
            problems
        );
    }

    private static void RefuseUnknown(string? text, int line, string[] known, FileLog problems)
    {
        if (text is null)
        {
            return;
        }

        var places = MailTemplate.PlacesIn(text);
        foreach (var place in places.Except(known, StringComparer.Ordinal))
        {
            problems.Error(
                line,
                $"There is nothing to put into {{{{{FieldReader.Short(place)}}}}}.",
                $"Use one of: {string.Join(", ", known.Select(name => $"{{{{{name}}}}}"))}."
            );
        }

        var begun = text.Split("{{").Length - 1;
        if (begun != places.Count || text.Split("}}").Length - 1 != places.Count)
        {
            problems.Error(
                line,
                "A place is not written as {{name}}.",
                "Write two braces, a name and two braces."
            );
        }
    }

    private static void RefuseCrowdedBlock(
        MailTemplateKind kind,
        string[] lines,
        int index,
        int bodyLine,
        FileLog problems
    )
    {
        foreach (var block in MailTemplate.PlacesIn(lines[index]).Intersect(kind.Blocks))
        {
            var isAlone =
                lines[index].Trim() == $"{{{{{block}}}}}"
                && (index == 0 || lines[index - 1].Trim().Length == 0)
                && (index == lines.Length - 1 || lines[index + 1].Trim().Length == 0);
            if (!isAlone)
            {
                problems.Error(
                    bodyLine + index,
                    $"{{{{{block}}}}} does not stand alone.",
                    "Give it a line of its own, with an empty line before and after."
                );
            }
        }
    }

    private static void RequireAll(
        IReadOnlyList<string> required,
        string text,
        int line,
        FileLog problems
    )
    {
        foreach (var place in required.Except(MailTemplate.PlacesIn(text), StringComparer.Ordinal))
        {
            problems.Error(line, $"{{{{{place}}}}} is missing.", "Put it where it should stand.");
        }
    }
}

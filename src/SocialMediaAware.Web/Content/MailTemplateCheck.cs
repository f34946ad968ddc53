using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Content;

/// <summary>Sees that a mail's template has the places that it must fill and no others, one button where it is a mail, and no pictures.</summary>
internal static partial class MailTemplateCheck
{
    /// <summary>Reports what does not stand as it should.</summary>
    public static void Run(
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
        RefuseLinkOutsideOfTheBody(fields, problems);
        var lines = body.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            RefuseUnknown(lines[index], bodyLine + index, known, problems);
            RefuseCrowdedBlock(kind, lines, index, bodyLine, problems);
            RefusePicture(lines[index], bodyLine + index, problems);
        }

        if (kind.IsWhole)
        {
            RequireOneButton(lines, bodyLine, problems);
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

    private static void RefuseLinkOutsideOfTheBody(FieldReader fields, FileLog problems)
    {
        foreach (var field in new[] { "subject", "line" })
        {
            if (fields.Has(field) && LinksIn(fields.Optional(field) ?? "") > 0)
            {
                problems.Error(
                    fields.LineOf(field),
                    "{{link}} cannot stand here.",
                    "Put it into the text, as [Words for the button]({{link}})."
                );
            }
        }
    }

    // Whoever loads a picture tells that they read the mail.
    private static void RefusePicture(string line, int number, FileLog problems)
    {
        if (line.Contains("![", StringComparison.Ordinal))
        {
            problems.Error(number, "A mail has no pictures.", "Say it in words.");
        }
    }

    private static void RequireOneButton(string[] lines, int bodyLine, FileLog problems)
    {
        var with = lines.Index().Where(line => LinksIn(line.Item) > 0).ToList();
        foreach (
            var (index, line) in with.Where(line =>
                !ButtonLine().IsMatch(line.Item)
                || (line.Index > 0 && lines[line.Index - 1].Trim().Length > 0)
                || (line.Index < lines.Length - 1 && lines[line.Index + 1].Trim().Length > 0)
            )
        )
        {
            problems.Error(
                bodyLine + index,
                "The link does not stand alone.",
                "Write [Words for the button]({{link}}) on a line of its own, with an empty line before and after."
            );
        }

        foreach (var (index, _) in with.Skip(1))
        {
            problems.Error(
                bodyLine + index,
                "There is a second link.",
                "A mail has one button: say the rest in words."
            );
        }
    }

    private static int LinksIn(string text) =>
        MailTemplate.PlacesIn(text).Count(place => place == "link");

    [GeneratedRegex(
        @"^\s{0,3}\[[^\]]+\]\(\{\{link\}\}\)\s*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ButtonLine();
}

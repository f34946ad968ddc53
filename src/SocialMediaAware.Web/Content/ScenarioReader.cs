namespace SocialMediaAware.Web.Content;

/// <summary>Reads the file of a scenario.</summary>
internal sealed class ScenarioReader(SafeMarkdown markdown, ContentLinks links)
{
    private static readonly Dictionary<string, ScenarioKind> Kinds = new(StringComparer.Ordinal)
    {
        ["one"] = ScenarioKind.One,
        ["all"] = ScenarioKind.All,
    };

    public Scenario? Read(ContentFile file, string moduleSlug, FileLog problems)
    {
        var frontMatter = FrontMatter.Split(file, problems);
        var body = ScenarioBody.Split(frontMatter.Body, frontMatter.BodyLine, problems);
        if (frontMatter.Fields is not { } fields)
        {
            return null;
        }

        fields.AllowOnly("title", "obligations", "kind", "contested", "phases");
        var slug = Path.GetFileNameWithoutExtension(file.Path);
        if (!FieldReader.IsSlug(slug))
        {
            problems.Error(
                1,
                $"The file's name \"{FieldReader.Short(slug)}\" cannot be an id.",
                "Name it with lower-case letters, figures and hyphens, such as the-kind-correction.md."
            );
        }

        var obligations = fields.RequiredList(
            "obligations",
            "Name what it exercises: obligations: [KO-BSA-06]."
        );
        var kind = fields.Choice("kind", Kinds);
        if (kind is null)
        {
            return null;
        }

        CheckAnswers(body, kind.Value, frontMatter.BodyLine, problems);
        var title = fields.Optional("title") ?? AsSentence(slug);
        return new Scenario
        {
            Slug = slug,
            Title = title,
            ModuleSlug = moduleSlug,
            ObligationIds = obligations,
            Kind = kind.Value,
            Contested = fields.Flag("contested"),
            Phases = fields.OptionalList("phases") ?? [],
            StoryHtml = Render(body.Story, title, "story"),
            Options = [.. body.Options.Select(ToOption)],
            PrincipleHtml = Render(body.Principle, title, "principle"),
            Hash = NormalisedText.HashOfScenario(title, kind.Value, frontMatter.Body),
            SourceBytes = file.Bytes,
            FilePath = file.Path,
            FieldLines = fields.Lines,
        };

        ScenarioOption ToOption(RawOption option, int index) =>
            new(
                index,
                WithoutParagraph(Render(option.Text, title, $"option-{index + 1}")),
                PlainText(option.Text),
                option.IsRight,
                Render(option.Feedback, title, $"feedback-{index + 1}")
            );

        string Render(RawText text, string label, string prefix)
        {
            var rendered = markdown.Render(text.Markdown, Place(label, prefix));
            problems.AddFindings(rendered.Findings, linesBefore: text.Line - 1);
            return rendered.Html;
        }

        string PlainText(RawText text) =>
            markdown.Render(text.Markdown, Place(title, "text")).PlainText;

        MarkdownPlace Place(string label, string prefix) =>
            new()
            {
                Label = label,
                IdPrefix = $"{slug}-{prefix}",
                Resolve = written => links.Resolve(file.Path, moduleSlug, written),
            };
    }

    private static void CheckAnswers(
        ScenarioBody body,
        ScenarioKind kind,
        int bodyLine,
        FileLog problems
    )
    {
        var line = body.Options.Count > 0 ? body.Options[0].Text.Line : bodyLine;
        var right = body.Options.Count(static option => option.IsRight);
        if (body.Options.Count < 2)
        {
            problems.Error(
                line,
                $"A scenario needs two options or more; this one has {body.Options.Count}.",
                "Begin each option with \"- [ ]\", and the right one with \"- [x]\"."
            );
        }
        else if (kind == ScenarioKind.One && right != 1)
        {
            problems.Error(
                line,
                $"Exactly one option should be right; here {right} are.",
                "Mark one option with [x] and the others with [ ], or set kind: all."
            );
        }
        else if (kind == ScenarioKind.All && (right == 0 || right == body.Options.Count))
        {
            problems.Error(
                line,
                right == 0 ? "No option is right." : "No option is wrong.",
                "Mark right options with [x] and wrong ones with [ ]; there must be some of both."
            );
        }

        foreach (var option in body.Options.Where(static option => option.Feedback.IsEmpty))
        {
            problems.Error(
                option.Text.Line,
                "This option has no feedback.",
                "Below it write a line that begins with two spaces and > and says why."
            );
        }
    }

    private static string WithoutParagraph(string html) =>
        html.StartsWith("<p>", StringComparison.Ordinal)
        && html.EndsWith("</p>", StringComparison.Ordinal)
        && html.IndexOf("<p>", 1, StringComparison.Ordinal) < 0
            ? html["<p>".Length..^"</p>".Length]
            : html;

    private static string AsSentence(string slug)
    {
        var words = slug.Replace('-', ' ');
        return words.Length == 0 ? slug : char.ToUpperInvariant(words[0]) + words[1..];
    }
}

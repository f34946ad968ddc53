namespace SocialMediaAware.Web.Content;

/// <summary>Reads the file of a scenario.</summary>
internal sealed class ScenarioReader(SafeMarkdown markdown, ContentLinks links)
{
    private const string NameObligations = "Name what it exercises: obligations: [KO-BSA-06].";

    private static readonly Dictionary<string, ScenarioKind> Kinds = new(StringComparer.Ordinal)
    {
        ["one"] = ScenarioKind.One,
        ["all"] = ScenarioKind.All,
    };

    public Scenario? Read(ContentFile file, string moduleSlug, FileLog problems)
    {
        var frontMatter = FrontMatter.Split(file, problems);
        if (frontMatter is not { Fields: { } fields, Body: not null })
        {
            return null;
        }

        fields.AllowOnly("title", "obligations", "kind", "contested", "phases");
        return Read(file, moduleSlug, frontMatter, fields, problems);
    }

    private Scenario? Read(
        ContentFile file,
        string moduleSlug,
        FrontMatter frontMatter,
        FieldReader fields,
        FileLog problems
    )
    {
        var text = frontMatter.Body ?? "";
        var body = ScenarioBody.Split(text, frontMatter.BodyLine, problems);
        var slug = ReadSlug(file, problems);
        var obligations = fields.RequiredList("obligations", NameObligations);
        var kind = fields.Choice("kind", Kinds);
        if (kind is null)
        {
            return null;
        }

        CheckAnswers(body, kind.Value, frontMatter.BodyLine, problems);
        var title = fields.Optional("title") ?? AsSentence(slug);
        var scenario = new Scenario
        {
            Slug = slug,
            Title = title,
            ModuleSlug = moduleSlug,
            ObligationIds = obligations,
            Kind = kind.Value,
            Contested = fields.Flag("contested"),
            Phases = fields.OptionalList("phases") ?? [],
            Hash = NormalisedText.HashOfScenario(title, kind.Value, text),
            SourceBytes = file.Bytes,
            FilePath = file.Path,
            FieldLines = fields.Lines,
            Text = file.Text,
            BodyLine = frontMatter.BodyLine,
        };
        return WithTexts(scenario, body, problems);
    }

    private Scenario WithTexts(Scenario scenario, ScenarioBody body, FileLog problems)
    {
        var texts = new ScenarioTexts(
            markdown,
            problems,
            new MarkdownPlace
            {
                Label = scenario.Title,
                IdPrefix = scenario.Slug,
                Resolve = written => links.Resolve(scenario.FilePath, scenario.ModuleSlug, written),
            }
        );
        return scenario with
        {
            StoryHtml = texts.Html(body.Story, "story"),
            Options = [.. body.Options.Select(texts.Option)],
            PrincipleHtml = texts.Html(body.Principle, "principle"),
        };
    }

    private static string ReadSlug(ContentFile file, FileLog problems)
    {
        var slug = Path.GetFileNameWithoutExtension(file.Path);
        if (!FieldReader.IsSlug(slug))
        {
            problems.Error(
                1,
                $"The file's name \"{FieldReader.Short(slug)}\" cannot be an id.",
                "Name it with lower-case letters, figures and hyphens, such as the-kind-correction.md."
            );
        }

        return slug;
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

        CheckFeedback(body, problems);
    }

    private static void CheckFeedback(ScenarioBody body, FileLog problems)
    {
        foreach (var option in body.Options.Where(static option => option.Feedback.IsEmpty))
        {
            problems.Error(
                option.Text.Line,
                "This option has no feedback.",
                "Below it write a line that begins with two spaces and > and says why."
            );
        }
    }

    private static string AsSentence(string slug)
    {
        var words = slug.Replace('-', ' ');
        return words.Length == 0 ? slug : char.ToUpperInvariant(words[0]) + words[1..];
    }
}

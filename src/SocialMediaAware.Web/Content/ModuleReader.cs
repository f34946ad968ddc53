namespace SocialMediaAware.Web.Content;

/// <summary>The file of a module with its fields and sections, before its texts are rendered.</summary>
internal sealed record ModuleDraft(
    ContentFile File,
    FrontMatter FrontMatter,
    RawBody Body,
    FileLog Problems
);

/// <summary>Reads the file of a module.</summary>
internal sealed class ModuleReader(SafeMarkdown markdown, TeReoWords teReo, ContentLinks links)
{
    private const double WordsAMinute = 200;

    private static readonly Dictionary<string, ModuleStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["draft"] = ModuleStatus.Draft,
        ["published"] = ModuleStatus.Published,
        ["withdrawn"] = ModuleStatus.Withdrawn,
    };

    /// <summary>First pass: splits the file, so that its sections can be linked to.</summary>
    public ModuleDraft Split(ContentFile file, FileLog problems)
    {
        var frontMatter = FrontMatter.Split(file, problems);
        var body = SectionSplitter.Split(frontMatter.Body, frontMatter.BodyLine, teReo, problems);
        if (body.Sections.Count == 0)
        {
            problems.Error(
                frontMatter.BodyLine,
                "The module has no section.",
                "Begin one with a heading of two hashes: ## Heading {#its-id}"
            );
        }

        return new ModuleDraft(file, frontMatter, body, problems);
    }

    /// <summary>Second pass: reads the fields and renders the sections. Null where a field that it needs is missing.</summary>
    public Module? Read(ModuleDraft draft, string slug)
    {
        if (draft.FrontMatter.Fields is not { } fields)
        {
            return null;
        }

        fields.AllowOnly(
            "title",
            "version",
            "status",
            "audience",
            "minutes",
            "sources",
            "owner",
            "summary",
            "statement",
            "quiz",
            "reading_grade"
        );
        var title = fields.Required("title", "Write what readers see, such as title: Your rights.");
        var version = ReadVersion(fields, draft.Problems);
        var status = fields.Choice("status", Statuses);
        var audience = ReadAudience(fields, draft.Problems);
        var minutes = ReadMinutes(fields, draft.Problems);
        var sources = fields.RequiredList(
            "sources",
            "Name the sources by their ids: sources: [KO-BSA]."
        );
        var owner = fields.Required("owner", "Name the role that answers for the text.");
        var summary = fields.Required("summary", "Say in a sentence what the module is about.");
        var statement = fields.Optional("statement");
        var quiz = ReadQuiz(fields, draft.Problems);
        if (title is null || version is null || status is null || audience is null || quiz is null)
        {
            return null;
        }

        return new Module
        {
            Slug = slug,
            Version = version.Value,
            Title = title,
            Status = status.Value,
            Audience = audience,
            Minutes = minutes,
            SourceIds = sources,
            Owner = owner ?? "",
            Summary = summary ?? "",
            Statement = statement,
            Quiz = quiz,
            Sections = RenderSections(draft, slug),
            Glossary = draft.Body.Glossary,
            ContentHash = NormalisedText.HashOfModule(
                title,
                audience,
                statement,
                draft.FrontMatter.Body
            ),
            SourceBytes = draft.File.Bytes,
            FilePath = draft.File.Path,
            ReadingGradeLimit = fields.Number("reading_grade", 4, 16) ?? ContentLimits.ReadingGrade,
            FieldLines = fields.Lines,
            Text = draft.File.Text,
            BodyLine = draft.FrontMatter.BodyLine,
        };
    }

    /// <summary>Reads the te reo Māori version of a module.</summary>
    public ModuleTranslation? ReadTranslation(ModuleDraft draft, Module module)
    {
        if (draft.FrontMatter.Fields is not { } fields)
        {
            return null;
        }

        fields.AllowOnly("title", "version", "reviewer", "summary", "statement");
        var title = fields.Required("title", "Write the title in te reo Māori.");
        var reviewer = fields.Required("reviewer", "Name who reviewed the te reo Māori.");
        var version = ReadVersion(fields, draft.Problems);
        if (
            !draft
                .Body.Sections.Select(static each => each.Id)
                .SequenceEqual(module.Sections.Select(static each => each.Id))
        )
        {
            draft.Problems.Error(
                draft.FrontMatter.BodyLine,
                "The sections are not those of module.md.",
                "Give it the same sections in the same order, with the same ids in braces."
            );
            return null;
        }

        if (version is not null && version != module.Version)
        {
            draft.Problems.Warning(
                fields.LineOf("version"),
                $"This translates version {version}, but module.md is version {module.Version}; it is not shown.",
                "Bring the translation up to date and give it the module's version."
            );
            return null;
        }

        return title is null || reviewer is null || version is null
            ? null
            : ToTranslation(draft, module, fields, (title, reviewer));
    }

    private ModuleTranslation ToTranslation(
        ModuleDraft draft,
        Module module,
        FieldReader fields,
        (string Title, string Reviewer) named
    )
    {
        var statement = fields.Optional("statement");
        return new ModuleTranslation
        {
            Title = named.Title,
            Reviewer = named.Reviewer,
            Summary = fields.Optional("summary"),
            Statement = statement,
            Sections = RenderSections(draft, module.Slug),
            ContentHash = NormalisedText.HashOfModule(
                named.Title,
                module.Audience,
                statement,
                draft.FrontMatter.Body
            ),
            SourceBytes = draft.File.Bytes,
            FilePath = draft.File.Path,
        };
    }

    private List<Section> RenderSections(ModuleDraft draft, string slug)
    {
        var teReoOfGlossary = draft
            .Body.Glossary.Where(static entry => entry.IsTeReo)
            .Select(static entry => entry.Word)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. draft.Body.Sections.Select(
                (raw, position) => RenderSection(draft, slug, raw, position, teReoOfGlossary)
            ),
        ];
    }

    private Section RenderSection(
        ModuleDraft draft,
        string slug,
        RawSection raw,
        int position,
        IReadOnlySet<string> teReoOfGlossary
    )
    {
        var rendered = markdown.Render(
            raw.Body,
            new MarkdownPlace
            {
                Label = raw.Heading,
                IdPrefix = raw.Id,
                TeReoWords = teReoOfGlossary,
                Definitions = draft.Body.Definitions,
                Resolve = written => links.Resolve(draft.File.Path, slug, written),
            }
        );
        draft.Problems.AddFindings(rendered.Findings, linesBefore: raw.Line);
        var words = rendered
            .PlainText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Length;
        return new Section
        {
            Id = raw.Id,
            Heading = raw.Heading,
            Position = position,
            Html = rendered.Html,
            MarkdownBody = NormalisedText.Of(raw.Body),
            PlainText = rendered.PlainText,
            TextHash = NormalisedText.HashOfSection(raw.Heading, raw.Body),
            TeachesObligationIds = raw.Teaches,
            Minutes = Math.Round(words / WordsAMinute, 1, MidpointRounding.AwayFromZero),
            Line = raw.Line,
            TeachesLine = raw.TeachesLine,
        };
    }

    private static ContentVersion? ReadVersion(FieldReader fields, FileLog problems)
    {
        var text = fields.Required("version", "Write it as version: 1.0.");
        if (text is null)
        {
            return null;
        }

        if (ContentVersion.TryParse(text, out var version) && version.Major > 0)
        {
            return version;
        }

        problems.Error(
            fields.LineOf("version"),
            $"\"{FieldReader.Short(text)}\" is not a version.",
            "Write it as 1.0: a new first number asks people to sign again, a new second one does not."
        );
        return null;
    }

    private static int ReadMinutes(FieldReader fields, FileLog problems)
    {
        if (!fields.Has("minutes"))
        {
            problems.Error(
                1,
                "The field \"minutes\" is missing.",
                "Say how long it takes to read: minutes: 6."
            );
        }

        return fields.Number("minutes", 1, 240) ?? 1;
    }

    private static Audience? ReadAudience(FieldReader fields, FileLog problems)
    {
        if (fields.Inner("audience") is not { } audience)
        {
            if (!fields.Has("audience"))
            {
                problems.Error(
                    1,
                    "The field \"audience\" is missing.",
                    "Write whom it is for: audience: { agencies: [kainga-ora], kinds: [employee] }."
                );
            }

            return null;
        }

        audience.AllowOnly("agencies", "kinds");
        return new Audience(
            audience.OptionalList("agencies"),
            audience.OptionalList("kinds") ?? PersonKinds.All
        );
    }

    private static QuizRules? ReadQuiz(FieldReader fields, FileLog problems)
    {
        if (fields.Inner("quiz") is not { } quiz)
        {
            if (!fields.Has("quiz"))
            {
                problems.Error(
                    1,
                    "The field \"quiz\" is missing.",
                    "Write how many scenarios are drawn: quiz: { draw: 4, required: [KO-BSA-02] }."
                );
            }

            return null;
        }

        quiz.AllowOnly("draw", "required");
        quiz.Required("draw", "Write how many scenarios an attempt draws, such as draw: 4.");
        return new QuizRules(quiz.Number("draw", 0, 50) ?? 0, quiz.OptionalList("required") ?? []);
    }
}

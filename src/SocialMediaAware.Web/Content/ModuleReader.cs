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

    /// <summary>First pass: splits the file, so that its sections can be linked to.</summary>
    public ModuleDraft Split(ContentFile file, FileLog problems)
    {
        var frontMatter = FrontMatter.Split(file, problems);
        var body = SectionSplitter.Split(
            frontMatter.Body ?? "",
            frontMatter.BodyLine,
            teReo,
            problems
        );
        if (body.Sections.Count == 0 && frontMatter.Body is not null)
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
        if (draft.FrontMatter is not { Fields: { } fields, Body: not null })
        {
            return null;
        }

        var values = ModuleFields.Read(fields, draft.Problems);
        return values is null ? null : ToModule(draft, slug, values);
    }

    private Module ToModule(ModuleDraft draft, string slug, ModuleFieldValues values) =>
        new()
        {
            Slug = slug,
            Version = values.Version,
            Title = values.Title,
            Status = values.Status,
            Audience = values.Audience,
            Minutes = values.Minutes,
            SourceIds = values.Sources,
            Owner = values.Owner,
            Summary = values.Summary,
            Statement = values.Statement,
            Quiz = values.Quiz,
            Sections = RenderSections(draft, slug),
            Glossary = draft.Body.Glossary,
            ContentHash = NormalisedText.HashOfModule(
                values.Title,
                values.Audience,
                values.Statement,
                draft.Body.Text
            ),
            SourceBytes = draft.File.Bytes,
            FilePath = draft.File.Path,
            ReadingGradeLimit = values.ReadingGradeLimit,
            FieldLines = values.Lines,
            Text = draft.File.Text,
            BodyLine = draft.FrontMatter.BodyLine,
        };

    /// <summary>Reads the te reo Māori version of a module.</summary>
    public ModuleTranslation? ReadTranslation(ModuleDraft draft, Module module)
    {
        if (draft.FrontMatter is not { Fields: { } fields, Body: not null })
        {
            return null;
        }

        fields.AllowOnly("title", "version", "reviewer", "summary", "statement");
        var title = fields.Required("title", "Write the title in te reo Māori.");
        var reviewer = fields.Required("reviewer", "Name who reviewed the te reo Māori.");
        var version = ModuleFields.ReadVersion(fields, draft.Problems);
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
                draft.Body.Text
            ),
            SourceBytes = draft.File.Bytes,
            FilePath = draft.File.Path,
            Text = draft.File.Text,
            BodyLine = draft.FrontMatter.BodyLine,
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
}

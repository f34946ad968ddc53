namespace SocialMediaAware.Web.Content;

/// <summary>A version of a module whose exact bytes are kept outside the content folder.</summary>
/// <param name="Slug">The module.</param>
/// <param name="Version">The version.</param>
/// <param name="Bytes">The exact bytes of its file.</param>
public sealed record EarlierVersion(string Slug, ContentVersion Version, byte[] Bytes);

/// <summary>What came of reading the content folder.</summary>
/// <param name="Library">The library, or null where there is an error.</param>
/// <param name="Readable">What could be read in spite of errors, for counting; never for readers.</param>
/// <param name="Messages">All that a content owner should know, errors first.</param>
public sealed record ContentLoadResult(
    ContentLibrary? Library,
    ContentLibrary Readable,
    IReadOnlyList<ContentMessage> Messages
)
{
    /// <summary>Whether there is an error, so that the portal does not start on this content.</summary>
    public bool HasErrors => Messages.Any(static message => message.Severity == Severity.Error);
}

/// <summary>Reads, checks and renders the content folder. It never throws for bad content, whatever the bytes.</summary>
public sealed class ContentLoader
{
    // Pages of the library beside its modules.
    private static readonly string[] OtherPages = ["search", "glossary", "assignments"];

    private readonly MessageLog _log = new();
    private readonly ContentFiles _files;
    private readonly SafeMarkdown _markdown = new();
    private readonly ContentLinks _links;
    private readonly Dictionary<string, ModuleDraft> _drafts = new(StringComparer.Ordinal);

    private ContentLoader(string folder)
    {
        _files = new ContentFiles(folder, _log);
        _links = new ContentLinks(_files.Exists);
    }

    /// <summary>Reads the content folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="earlierVersions">Published versions kept elsewhere, which the folder may no longer hold.</param>
    public static ContentLoadResult Load(
        string folder,
        IReadOnlyList<EarlierVersion>? earlierVersions = null
    )
    {
        var loader = new ContentLoader(folder);
        var library = loader.Read(earlierVersions ?? []);
        ContentMessage[] messages =
        [
            .. loader
                ._log.Messages.Distinct()
                .OrderBy(static message => message.Severity)
                .ThenBy(static message => message.File, StringComparer.Ordinal)
                .ThenBy(static message => message.Line),
        ];
        var hasErrors = messages.Any(static message => message.Severity == Severity.Error);
        return new ContentLoadResult(hasErrors ? null : library, library, messages);
    }

    private ContentLibrary Read(IReadOnlyList<EarlierVersion> earlierVersions)
    {
        if (!_files.FolderExists("modules"))
        {
            _log.For("modules")
                .Error(
                    1,
                    "There is no folder \"modules\" here.",
                    "Check the path of the content folder."
                );
        }

        var registerReader = new RegisterReader(_files, _log);
        var registers = registerReader.Read();
        var teReo = new TeReoWords(registerReader.ReadTeReoWords());
        var moduleReader = new ModuleReader(_markdown, teReo, _links);
        SplitModules(moduleReader);
        var modules = ReadModules(moduleReader);
        var earlier = ReadVersionsInFiles(moduleReader);
        var handedIn = ReadHandedIn(moduleReader, earlierVersions);
        var library = new ContentLibrary(registers, modules, earlier, handedIn)
        {
            HelpPages = new HelpReader(_files, _markdown, _log).Read(),
            MailTemplates = new MailTemplateReader(_files, _markdown, teReo, _log).Read(),
            UnreadableModules = _files
                .FoldersIn("modules")
                .Except(modules.Select(static module => module.Slug), StringComparer.Ordinal)
                .ToHashSet(StringComparer.Ordinal),
        };
        _log.AddRange(ContentCheck.Run(library, teReo));
        return library;
    }

    private void SplitModules(ModuleReader reader)
    {
        foreach (var slug in _files.FoldersIn("modules"))
        {
            var path = $"modules/{slug}/module.md";
            var problems = _log.For(path);
            if (OtherPages.Contains(slug, StringComparer.Ordinal))
            {
                problems.Error(
                    1,
                    $"The folder's name \"{slug}\" is the address of another page.",
                    "Give the folder another name."
                );
            }
            else if (!FieldReader.IsSlug(slug))
            {
                problems.Error(
                    1,
                    $"The folder's name \"{FieldReader.Short(slug)}\" cannot be part of an address.",
                    "Name it with lower-case letters, figures and hyphens."
                );
            }
            else if (!_files.Exists(path))
            {
                problems.Error(
                    1,
                    "The module has no file module.md.",
                    "Add it, or delete the folder."
                );
            }
            else if (_files.Read(path) is { } file)
            {
                _drafts[slug] = reader.Split(file, problems);
                _links.AddModule(slug, _drafts[slug].Body.Sections);
            }
        }
    }

    private List<Module> ReadModules(ModuleReader reader)
    {
        var modules = new List<Module>();
        foreach (var (slug, draft) in _drafts)
        {
            var scenarios = ReadScenarios(slug);
            if (reader.Read(draft, slug) is { } module)
            {
                modules.Add(
                    module with
                    {
                        Scenarios = scenarios,
                        TeReo = ReadTeReo(reader, module),
                    }
                );
            }
        }

        return modules;
    }

    private List<Scenario> ReadScenarios(string slug)
    {
        var reader = new ScenarioReader(_markdown, _links);
        var scenarios = new List<Scenario>();
        foreach (var path in _files.FilesIn($"modules/{slug}/scenarios", "*.md"))
        {
            if (
                _files.Read(path) is { } file
                && reader.Read(file, slug, _log.For(path)) is { } scenario
            )
            {
                scenarios.Add(scenario);
            }
        }

        return scenarios;
    }

    private ModuleTranslation? ReadTeReo(ModuleReader reader, Module module)
    {
        var path = $"modules/{module.Slug}/module.mi.md";
        return _files.Exists(path) && _files.Read(path) is { } file
            ? reader.ReadTranslation(reader.Split(file, _log.For(path)), module)
            : null;
    }

    private List<Module> ReadVersionsInFiles(ModuleReader reader)
    {
        var versions = new List<Module>();
        foreach (var slug in _drafts.Keys)
        {
            foreach (var path in _files.FilesIn($"modules/{slug}/versions", "*.md"))
            {
                if (_files.Read(path) is { } file && ReadEarlier(reader, file, slug) is { } version)
                {
                    CheckNameOf(version);
                    versions.Add(version);
                }
            }
        }

        return versions;
    }

    private List<Module> ReadHandedIn(
        ModuleReader reader,
        IReadOnlyList<EarlierVersion> earlierVersions
    )
    {
        var versions = new List<Module>();
        foreach (var earlier in earlierVersions)
        {
            var path = $"modules/{earlier.Slug}/versions/{earlier.Version}.md";
            if (
                ContentFiles.Decode(path, earlier.Bytes, _log.For(path)) is { } file
                && ReadEarlier(reader, file, earlier.Slug) is { } version
            )
            {
                versions.Add(version);
            }
        }

        return versions;
    }

    // What an earlier version links to may be gone, and nobody may mend its text: only its shape is reported.
    private Module? ReadEarlier(ModuleReader reader, ContentFile file, string slug)
    {
        var unmendable = new MessageLog();
        var module = reader.Read(reader.Split(file, unmendable.For(file.Path)), slug);
        if (module is null)
        {
            _log.AddRange(
                unmendable.Messages.Where(static message => message.Severity == Severity.Error)
            );
        }

        return module;
    }

    private void CheckNameOf(Module version)
    {
        if (Path.GetFileNameWithoutExtension(version.FilePath) != version.Version.ToString())
        {
            _log.For(version.FilePath)
                .Error(
                    version.LineOf("version"),
                    $"The file's name does not tell its version, {version.Version}.",
                    $"Name it {version.Version}.md."
                );
        }
    }
}

namespace SocialMediaAware.Web.Content;

/// <summary>What is taught and exercised of what must be.</summary>
/// <param name="Testable">Obligations that bind a person.</param>
/// <param name="Taught">Those of them that a section teaches to everybody whom they bind, drafts included.</param>
/// <param name="StaffDuties">Testable duties and prohibitions.</param>
/// <param name="Exercised">Those duties that a scenario exercises, drafts included.</param>
/// <param name="Untaught">The ids of testable obligations that nothing teaches to everybody whom they bind.</param>
/// <param name="Unexercised">The ids of staff duties that nothing exercises.</param>
/// <param name="Attested">Testable obligations taught in a published module: people sign for them.</param>
public sealed record ContentCoverage(
    int Testable,
    int Taught,
    int StaffDuties,
    int Exercised,
    IReadOnlyList<string> Untaught,
    IReadOnlyList<string> Unexercised,
    int Attested
);

/// <summary>All content at one moment. It never changes: a reload makes another.</summary>
public sealed class ContentLibrary
{
    private readonly Dictionary<string, Module> _current;
    private readonly Dictionary<(string Slug, ContentVersion Version), Module> _versions = [];

    internal ContentLibrary(
        Registers registers,
        IReadOnlyList<Module> modules,
        IReadOnlyList<Module> versionsInFiles,
        IReadOnlyList<Module> versionsHandedIn
    )
    {
        Sources = registers.Sources;
        Obligations = registers.Obligations;
        Agencies = registers.Agencies;
        Holidays = registers.Holidays;
        Elections = registers.Elections;
        Programmes = registers.Programmes;
        Modules = modules;
        VersionsInFiles = [.. modules, .. versionsInFiles];
        VersionsHandedIn = versionsHandedIn;
        _current = modules.ToDictionary(static module => module.Slug, StringComparer.Ordinal);
        foreach (var version in VersionsInFiles.Concat(versionsHandedIn))
        {
            var scenarios =
                _current.GetValueOrDefault(version.Slug)?.Scenarios ?? version.Scenarios;
            _versions.TryAdd(
                (version.Slug, version.Version),
                version with
                {
                    Scenarios = scenarios,
                }
            );
        }

        TestableObligations =
        [
            .. Obligations.Values.Where(static obligation => obligation.IsTestable),
        ];
        Coverage = CoverageOf(modules);
    }

    /// <summary>The current version of each module, drafts and withdrawn ones included, ordered by slug.</summary>
    public IReadOnlyList<Module> Modules { get; }

    /// <summary>The sources by id.</summary>
    public IReadOnlyDictionary<string, Source> Sources { get; }

    /// <summary>The obligations by id.</summary>
    public IReadOnlyDictionary<string, Obligation> Obligations { get; }

    /// <summary>The agencies.</summary>
    public IReadOnlyList<AgencyEntry> Agencies { get; }

    /// <summary>The holidays, by date.</summary>
    public IReadOnlyList<Holiday> Holidays { get; }

    /// <summary>The elections, as the file has them; the portal may know more.</summary>
    public IReadOnlyList<ElectionEntry> Elections { get; }

    /// <summary>The starter programmes.</summary>
    public IReadOnlyList<StarterProgramme> Programmes { get; }

    /// <summary>The documentation.</summary>
    public IReadOnlyList<HelpPage> HelpPages { get; init; } = [];

    /// <summary>The templates of mails by <see cref="MailTemplateKind.Name" />; all of them or, in a folder without mail, none.</summary>
    public IReadOnlyDictionary<string, MailTemplate> MailTemplates { get; init; } =
        new Dictionary<string, MailTemplate>();

    /// <summary>The obligations that bind a person and so must be taught.</summary>
    public IReadOnlyList<Obligation> TestableObligations { get; }

    /// <summary>What is taught and exercised.</summary>
    public ContentCoverage Coverage { get; }

    /// <summary>Modules that are there and cannot be read, so that nobody is told that they are not there.</summary>
    internal IReadOnlySet<string> UnreadableModules { get; init; } = new HashSet<string>();

    internal IReadOnlyList<Module> VersionsInFiles { get; }

    internal IReadOnlyList<Module> VersionsHandedIn { get; }

    /// <summary>The current version of a module, whatever its status.</summary>
    public Module? FindModule(string slug) => _current.GetValueOrDefault(slug);

    /// <summary>A version of a module: the current one, an earlier one in a file, or one that was handed in.</summary>
    public Module? FindVersion(string slug, ContentVersion version) =>
        _versions.GetValueOrDefault((slug, version));

    /// <summary>
    /// The version that readers are served: the current one if it is published. While the file holds a draft, it is the
    /// newest published version before it; where the file says withdrawn, or is gone, there is none.
    /// </summary>
    public Module? FindPublished(string slug) =>
        FindModule(slug) switch
        {
            { Status: ModuleStatus.Published } current => current,
            { Status: ModuleStatus.Withdrawn } or null => null,
            _ => _versions
                .Values.Where(version =>
                    version.Slug == slug && version.Status == ModuleStatus.Published
                )
                .MaxBy(static version => version.Version),
        };

    /// <summary>The version of each module that readers are served, ordered by slug.</summary>
    public IReadOnlyList<Module> PublishedModules() =>
        [.. Modules.Select(module => FindPublished(module.Slug)).OfType<Module>()];

    /// <summary>Every version that was ever published, withdrawn ones included: their text never changes.</summary>
    public IReadOnlyList<Module> PublishedVersions() =>
        [
            .. _versions
                .Values.Where(static version => version.WasPublished)
                .OrderBy(static version => version.Slug, StringComparer.Ordinal)
                .ThenBy(static version => version.Version),
        ];

    /// <summary>An agency by its slug.</summary>
    public AgencyEntry? FindAgency(string slug) =>
        Agencies.FirstOrDefault(agency => agency.Slug == slug);

    private ContentCoverage CoverageOf(IReadOnlyList<Module> modules)
    {
        var kept = modules.Where(static module => module.Status != ModuleStatus.Withdrawn).ToList();
        var taught = Reach.IdsReached(this, kept);
        var attested = Reach.IdsReached(
            this,
            [.. kept.Where(static module => module.Status == ModuleStatus.Published)]
        );
        var exercised = kept.SelectMany(static module => module.Scenarios)
            .SelectMany(static scenario => scenario.ObligationIds)
            .ToHashSet(StringComparer.Ordinal);
        var duties = TestableObligations
            .Where(static obligation => obligation.IsStaffDuty)
            .ToList();
        var untaught = IdsOutside(TestableObligations, taught);
        var unexercised = IdsOutside(duties, exercised);
        return new ContentCoverage(
            TestableObligations.Count,
            TestableObligations.Count - untaught.Count,
            duties.Count,
            duties.Count - unexercised.Count,
            untaught,
            unexercised,
            TestableObligations.Count(obligation => attested.Contains(obligation.Id))
        );
    }

    private static List<string> IdsOutside(
        IReadOnlyList<Obligation> obligations,
        HashSet<string> ids
    ) =>
        [
            .. obligations
                .Select(static obligation => obligation.Id)
                .Where(id => !ids.Contains(id))
                .Order(StringComparer.Ordinal),
        ];
}

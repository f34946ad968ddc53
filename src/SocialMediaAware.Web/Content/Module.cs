namespace SocialMediaAware.Web.Content;

/// <summary>Where a version of a module stands.</summary>
public enum ModuleStatus
{
    /// <summary>Being written: never served to readers.</summary>
    Draft,

    /// <summary>Served, and never changed again.</summary>
    Published,

    /// <summary>No longer served; its text is kept unchanged.</summary>
    Withdrawn,
}

/// <summary>Whom a module is for.</summary>
/// <param name="AgencySlugs">The agencies; null for every agency.</param>
/// <param name="Kinds">The kinds of person.</param>
/// <param name="Flags">The tasks and positions it is for, such as <c>spokespeople</c>; empty for everybody of these kinds.</param>
public sealed record Audience(
    IReadOnlyList<string>? AgencySlugs,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Flags
)
{
    /// <summary>Whether it takes in people of an agency.</summary>
    public bool IncludesAgency(string agencySlug) =>
        AgencySlugs is null || AgencySlugs.Contains(agencySlug, StringComparer.Ordinal);

    /// <summary>Whether it takes in everybody of its agencies and kinds, whatever they do.</summary>
    public bool IsForEverybody => Flags.Count == 0;

    /// <summary>Whether it takes in a kind of person.</summary>
    public bool IncludesKind(string kind) => Kinds.Contains(kind, StringComparer.Ordinal);
}

/// <summary>The kinds of person that content names.</summary>
public static class PersonKinds
{
    /// <summary>All kinds: the codes cover every one of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["employee", "contractor", "consultant", "volunteer"];
}

/// <summary>
/// The tasks and positions that content names, in the words of the registers' <c>applies_to</c>. Contractors are a kind of person; all
/// staff, organisations and the public are none.
/// </summary>
public static class AudienceFlags
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "managers",
        "senior-staff",
        "social-workers",
        "social-media-account-holders",
        "spokespeople",
        "business-groups",
        "communications-team",
        "candidates",
        "staff-who-are-clients",
    ];
}

/// <summary>How a module's quiz draws.</summary>
/// <param name="Draw">How many scenarios an attempt draws; zero: no quiz.</param>
/// <param name="RequiredObligations">The obligations that every attempt meets.</param>
public sealed record QuizRules(int Draw, IReadOnlyList<string> RequiredObligations);

/// <summary>A word of the glossary and what it means.</summary>
/// <param name="Word">The word.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="IsTeReo">Whether it is te reo Māori.</param>
public sealed record GlossaryEntry(string Word, string Meaning, bool IsTeReo);

/// <summary>One version of one module.</summary>
public sealed record Module
{
    /// <summary>The id: the folder's name; part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>The version.</summary>
    public required ContentVersion Version { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Where this version stands.</summary>
    public required ModuleStatus Status { get; init; }

    /// <summary>Whom it is for.</summary>
    public required Audience Audience { get; init; }

    /// <summary>How long it takes, as the content owner says.</summary>
    public required int Minutes { get; init; }

    /// <summary>The sources that it is drawn from.</summary>
    public required IReadOnlyList<string> SourceIds { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>What it is about, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>A line of its own in what is signed, after the programme's statement.</summary>
    public string? Statement { get; init; }

    /// <summary>How its quiz draws.</summary>
    public required QuizRules Quiz { get; init; }

    /// <summary>The sections in the order of reading.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>The pool of scenarios: the current one, for an earlier version too.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; init; } = [];

    /// <summary>The words that it explains.</summary>
    public required IReadOnlyList<GlossaryEntry> Glossary { get; init; }

    /// <summary>SHA-256 over normalised text, title, audience and statement (<see cref="NormalisedText"/>).</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary><see cref="ContentHash"/> in hexadecimal.</summary>
    public string ContentHashHex => Convert.ToHexStringLower(ContentHash);

    /// <summary>The exact bytes of the file.</summary>
    public required byte[] SourceBytes { get; init; }

    /// <summary>The file, relative to the content folder; for a version handed in, the file it would have.</summary>
    public required string FilePath { get; init; }

    /// <summary>The te reo Māori version of the same text, where there is one.</summary>
    public ModuleTranslation? TeReo { get; init; }

    /// <summary>The highest Flesch-Kincaid grade that its text should need.</summary>
    public double ReadingGradeLimit { get; init; } = ContentLimits.ReadingGrade;

    /// <summary>Whether this version was ever shown to readers as binding: published, or withdrawn since.</summary>
    public bool WasPublished => Status is ModuleStatus.Published or ModuleStatus.Withdrawn;

    /// <summary>Finds a section by its id.</summary>
    public Section? FindSection(string id) => Sections.FirstOrDefault(section => section.Id == id);

    /// <summary>Finds a scenario of the pool by its slug.</summary>
    public Scenario? FindScenario(string slug) =>
        Scenarios.FirstOrDefault(scenario => scenario.Slug == slug);

    /// <summary>Every obligation that its sections teach, once.</summary>
    public IEnumerable<string> TaughtObligationIds() =>
        Sections
            .SelectMany(section => section.TeachesObligationIds)
            .Distinct(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, int> FieldLines { get; init; } =
        new Dictionary<string, int>();

    internal string Text { get; init; } = "";

    internal int BodyLine { get; init; } = 1;

    internal int LineOf(string field) => FieldLines.GetValueOrDefault(field, 1);
}

/// <summary>The te reo Māori version of a module: the same sections, with a reviewer of its own.</summary>
public sealed record ModuleTranslation
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about.</summary>
    public string? Summary { get; init; }

    /// <summary>The module's line in what is signed.</summary>
    public string? Statement { get; init; }

    /// <summary>Who reviewed the te reo Māori.</summary>
    public required string Reviewer { get; init; }

    /// <summary>The sections, with the ids and the order of the module's.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>SHA-256 over its normalised text, title and statement and the module's audience.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>The exact bytes of the file.</summary>
    public required byte[] SourceBytes { get; init; }

    /// <summary>The file, relative to the content folder.</summary>
    public required string FilePath { get; init; }

    internal string Text { get; init; } = "";

    internal int BodyLine { get; init; } = 1;
}

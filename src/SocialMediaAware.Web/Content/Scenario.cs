namespace SocialMediaAware.Web.Content;

/// <summary>How a scenario is answered.</summary>
public enum ScenarioKind
{
    /// <summary>Exactly one option is right.</summary>
    One,

    /// <summary>All right options are to be chosen, and no others.</summary>
    All,
}

/// <summary>A realistic situation with options.</summary>
public sealed record Scenario
{
    /// <summary>The id: the file's name, unique over all modules.</summary>
    public required string Slug { get; init; }

    /// <summary>The title; where the file gives none, the slug as words.</summary>
    public required string Title { get; init; }

    /// <summary>The module whose pool it is in.</summary>
    public required string ModuleSlug { get; init; }

    /// <summary>The obligations that it exercises; the first is the one it is about.</summary>
    public required IReadOnlyList<string> ObligationIds { get; init; }

    /// <summary>How it is answered.</summary>
    public required ScenarioKind Kind { get; init; }

    /// <summary>Whether sources disagree: then it informs and never blocks.</summary>
    public required bool Contested { get; init; }

    /// <summary>The phases of an election in which alone it is drawn; none: always.</summary>
    public required IReadOnlyList<string> Phases { get; init; }

    /// <summary>The situation, as safe HTML.</summary>
    public string StoryHtml { get; init; } = "";

    /// <summary>The options, in the order of the file; shuffle them for each person.</summary>
    public IReadOnlyList<ScenarioOption> Options { get; init; } = [];

    /// <summary>What to take away, shown after the answer, as safe HTML.</summary>
    public string PrincipleHtml { get; init; } = "";

    /// <summary>SHA-256 over title, kind and normalised text (<see cref="NormalisedText"/>).</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The exact bytes of the file.</summary>
    public required byte[] SourceBytes { get; init; }

    /// <summary>The file, relative to the content folder.</summary>
    public required string FilePath { get; init; }

    /// <summary><see cref="Hash"/> in hexadecimal.</summary>
    public string HashHex => Convert.ToHexStringLower(Hash);

    internal IReadOnlyDictionary<string, int> FieldLines { get; init; } =
        new Dictionary<string, int>();

    internal string Text { get; init; } = "";

    internal int BodyLine { get; init; } = 1;

    internal int LineOf(string field) => FieldLines.GetValueOrDefault(field, 1);
}

/// <summary>One thing that a person might do.</summary>
/// <param name="Index">Its place in the file, counted from zero; stable within one <see cref="Scenario.Hash"/>.</param>
/// <param name="Html">The option as safe HTML, without a paragraph around it.</param>
/// <param name="PlainText">The option without markup.</param>
/// <param name="IsRight">Whether it is (one of) the right answer.</param>
/// <param name="FeedbackHtml">What to say to whoever chose it, as safe HTML.</param>
public sealed record ScenarioOption(
    int Index,
    string Html,
    string PlainText,
    bool IsRight,
    string FeedbackHtml
);

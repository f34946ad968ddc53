using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.OutsideLearning;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>A version that a person signed.</summary>
/// <param name="Title">What the module was called.</param>
/// <param name="Version">The version.</param>
/// <param name="At">When (UTC).</param>
/// <param name="ContentHash">The hash of its text (32 bytes).</param>
public sealed record SignedEarlier(
    string Title,
    ContentVersion Version,
    DateTimeOffset At,
    byte[] ContentHash
);

/// <summary>What an assignment asks of a person, module by module: the one answer for reading, practising and signing.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="ProgrammeName">What its programme is called.</param>
/// <param name="Kind">What kind of occasion it is.</param>
/// <param name="Modules">The modules, in the order they are read.</param>
public sealed record Asked(
    Assignment Assignment,
    string ProgrammeName,
    ProgrammeKind Kind,
    IReadOnlyList<AskedModule> Modules
)
{
    /// <summary>The modules that no fresh signature counts for.</summary>
    public IEnumerable<AskedModule> Remaining => Modules.Where(module => module.Counted is null);

    /// <summary>The modules that the person signed before: two situations for all of them together, and only what changed to read.</summary>
    public IEnumerable<AskedModule> Refreshed => Modules.Where(module => module.IsRefreshed);

    /// <summary>Finds a module that is still asked for and can be read.</summary>
    public AskedModule? FindRemaining(string moduleSlug) =>
        Remaining.FirstOrDefault(module => module.Slug == moduleSlug && module.Content is not null);
}

/// <summary>What an assignment asks about one module.</summary>
public sealed record AskedModule
{
    /// <summary>The module's slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The version to read, practise and sign; null when the module is not served at the moment.</summary>
    public required Module? Content { get; init; }

    /// <summary>The version that the person began with; null before they began.</summary>
    public required ContentVersion? Begun { get; init; }

    /// <summary>What the person signed last for this module, in whichever agency; null when they never did.</summary>
    public required SignedEarlier? Before { get; init; }

    /// <summary>The text of that version; null where the portal does not hold it.</summary>
    public required Module? BeforeText { get; init; }

    /// <summary>The fresh signature that counts here, so that nothing more is asked; null when there is none.</summary>
    public required SignedEarlier? Counted { get; init; }

    /// <summary>Whether the short path is taken: what changed to read, and a part in two situations for the whole assignment.</summary>
    public required bool IsRefreshed { get; init; }

    /// <summary>What the person learnt elsewhere and this programme accepts for it: it is signed, and not asked to be read; mostly null.</summary>
    public MetOutside? Outside { get; init; }

    /// <summary>The same where the person reads it all the same, to be taken up again; mostly null.</summary>
    public MetOutside? OutsideOffer { get; init; }

    /// <summary>Whether the text to sign is the very text that was signed.</summary>
    public bool IsSameText =>
        Before is not null
        && Content is not null
        && Before.ContentHash.AsSpan().SequenceEqual(Content.ContentHash);

    /// <summary>On the short path: the sections whose text the person has not signed before. Where it is not held, all of them.</summary>
    public IReadOnlyList<Section> ChangedSections =>
        Content is null || !IsRefreshed
            ? []
            : [.. Content.Sections.Where(section => !WasSigned(section))];

    /// <summary>The differences to the version that the person signed last, section by section.</summary>
    public IReadOnlyList<ChangedSection> Changes() =>
        Content is null || BeforeText is null || IsSameText
            ? []
            : ChangedSection.Between(BeforeText, Content);

    /// <summary>The difference in one section; null when it is the same, or where the version signed before is not held.</summary>
    public ChangedSection? ChangeOf(Section section) =>
        BeforeText is null
            ? null
            : ChangedSection.Between(BeforeText.FindSection(section.Id), section);

    /// <summary>The ids of the sections that are not to be read any more: opened before, met elsewhere, or on the short path signed before.</summary>
    /// <param name="opened">The hashes of every text that the person opened, in lower-case hexadecimal.</param>
    public IReadOnlySet<string> SectionsDone(IReadOnlySet<string> opened) =>
        (Content?.Sections ?? [])
            .Where(section =>
                Outside is not null
                || opened.Contains(Convert.ToHexStringLower(section.TextHash))
                || (IsRefreshed && WasSigned(section))
            )
            .Select(section => section.Id)
            .ToHashSet();

    private bool WasSigned(Section section) =>
        BeforeText?.Sections.Any(old => old.TextHash.AsSpan().SequenceEqual(section.TextHash))
        == true;
}

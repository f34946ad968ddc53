namespace SocialMediaAware.Web.Content;

/// <summary>What an obligation is.</summary>
public enum ObligationKind
{
    /// <summary>A duty.</summary>
    Must,

    /// <summary>A prohibition.</summary>
    MustNot,

    /// <summary>A permission or a right.</summary>
    May,

    /// <summary>An expectation; the statement says which way it points.</summary>
    Should,

    /// <summary>The steps of a procedure.</summary>
    Process,

    /// <summary>Whom to turn to.</summary>
    Contact,

    /// <summary>What a word means, or how things stand.</summary>
    Definition,

    /// <summary>What may follow.</summary>
    Consequence,
}

/// <summary>One duty, prohibition, permission, process, contact or consequence in a source.</summary>
public sealed record Obligation
{
    private const string GeneralKnowledge = "general-knowledge";

    /// <summary>The stable id, such as <c>KO-BSA-02</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the source that it comes from.</summary>
    public required string SourceId { get; init; }

    /// <summary>The section of the source, as the source names it.</summary>
    public required string SectionName { get; init; }

    /// <summary>What it is.</summary>
    public required ObligationKind Kind { get; init; }

    /// <summary>Whom it applies to, such as <c>all-staff</c> or <c>managers</c>.</summary>
    public required IReadOnlyList<string> AppliesTo { get; init; }

    /// <summary>What it says, in plain words.</summary>
    public required string Statement { get; init; }

    /// <summary>What it is about.</summary>
    public required IReadOnlyList<string> Themes { get; init; }

    /// <summary>Whether it matters specially around elections.</summary>
    public bool ElectionPeriod { get; init; }

    /// <summary>Why to take care with its age, where the source is out of date.</summary>
    public string? CurrencyNote { get; init; }

    /// <summary>How well the source was read: <c>read</c>, <c>excerpt</c> or <c>general-knowledge</c>; null where the source is held.</summary>
    public string? Confidence { get; init; }

    /// <summary>Whether it binds a person and so must be taught.</summary>
    public bool IsTestable =>
        Kind is not (ObligationKind.Contact or ObligationKind.Definition)
        && AppliesTo.Any(static who => who is not ("organisation" or "public"))
        && Confidence != GeneralKnowledge;

    /// <summary>Whether it is a duty or prohibition that binds a person and so must be exercised too.</summary>
    public bool IsStaffDuty =>
        IsTestable && Kind is (ObligationKind.Must or ObligationKind.MustNot);

    internal int Line { get; init; }

    internal string File { get; init; } = "";
}

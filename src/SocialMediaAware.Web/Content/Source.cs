namespace SocialMediaAware.Web.Content;

/// <summary>How a source stands today.</summary>
public enum SourceStatus
{
    /// <summary>In force as far as is known.</summary>
    Current,

    /// <summary>Replaced by another source.</summary>
    Superseded,

    /// <summary>Only named in other sources; its text is not held.</summary>
    Named,
}

/// <summary>A document that the content comes from.</summary>
public sealed record Source
{
    /// <summary>The stable id, such as <c>KO-BSA</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Organisation { get; init; }

    /// <summary>The agency whose own rule it is; null for every agency.</summary>
    public string? AgencySlug { get; init; }

    /// <summary>Its date as text, because some sources give a year or a month only.</summary>
    public string? Date { get; init; }

    /// <summary>What there is to say about its date.</summary>
    public string? DateNote { get; init; }

    /// <summary>The issuer's reference.</summary>
    public string? Reference { get; init; }

    /// <summary>Where it can be read.</summary>
    public string? Url { get; init; }

    /// <summary>How it stands today.</summary>
    public required SourceStatus Status { get; init; }

    /// <summary>The id of the source that replaced it.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>The day it was replaced.</summary>
    public DateOnly? SupersededOn { get; init; }

    /// <summary>What else a reader should know.</summary>
    public string? Note { get; init; }

    internal int Line { get; init; }
}

namespace SocialMediaAware.Web.Content;

/// <summary>A part of a module, read on a page of its own.</summary>
public sealed record Section
{
    /// <summary>The id, unique within the module; part of its address.</summary>
    public required string Id { get; init; }

    /// <summary>The heading as plain text.</summary>
    public required string Heading { get; init; }

    /// <summary>The place within the module, counted from zero.</summary>
    public required int Position { get; init; }

    /// <summary>The text as safe HTML, without the heading.</summary>
    public required string Html { get; init; }

    /// <summary>The text as it was written, without the heading and the comments.</summary>
    public required string MarkdownBody { get; init; }

    /// <summary>The text without markup, a line for each block.</summary>
    public required string PlainText { get; init; }

    /// <summary>SHA-256 over the heading and the normalised text (<see cref="NormalisedText"/>).</summary>
    public required byte[] TextHash { get; init; }

    /// <summary>The obligations that it teaches.</summary>
    public required IReadOnlyList<string> TeachesObligationIds { get; init; }

    /// <summary>How long it takes to read, in minutes, to a tenth.</summary>
    public required double Minutes { get; init; }

    internal int Line { get; init; }

    internal int TeachesLine { get; init; }
}

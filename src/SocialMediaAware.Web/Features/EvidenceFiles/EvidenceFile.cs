using System.Security.Cryptography;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.EvidenceFiles;

/// <summary>What kind of file it is, as its first bytes say. Its name and what a browser claims about it are not asked.</summary>
public enum EvidenceFileKind
{
    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A PNG picture.</summary>
    Png,

    /// <summary>A JPEG picture.</summary>
    Jpeg,
}

/// <summary>Why a file was not taken.</summary>
public enum EvidenceFileProblem
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It holds nothing.</summary>
    Empty,

    /// <summary>It is larger than <see cref="EvidenceFile.MostBytes" />.</summary>
    TooLarge,

    /// <summary>Its bytes are not those of a PDF, PNG or JPEG.</summary>
    WrongKind,
}

/// <summary>
/// A file that HR keeps as evidence: a scan, a certificate. It stands in the database, so that every backup holds it and every
/// replica sees it, and nothing on the disk is reachable from the web. It is handed out as a download only.
/// </summary>
public sealed class EvidenceFile : IBelongsToAgency
{
    /// <summary>The largest file, in bytes: 10 MB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private EvidenceFile() { }

    /// <summary>Its id; also the name under which it is handed out.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The person it is about.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>What kind of file it is.</summary>
    public EvidenceFileKind Kind { get; private init; }

    /// <summary>The SHA-256 of its bytes (32 bytes).</summary>
    public byte[] Sha256 { get; private init; } = [];

    /// <summary>How many bytes it has.</summary>
    public int Size { get; private init; }

    /// <summary>Its bytes. Lists leave them out.</summary>
    public byte[] Content { get; private init; } = [];

    /// <summary>When it was handed in (UTC).</summary>
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>The account that handed it in.</summary>
    public Guid AddedByAccountId { get; private init; }

    /// <summary>Takes a file in, whose bytes <see cref="KindOf" /> has looked at.</summary>
    public static EvidenceFile Take(
        Guid agencyId,
        Guid personId,
        EvidenceFileKind kind,
        byte[] content,
        Guid byAccountId,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            PersonId = personId,
            Kind = kind,
            Sha256 = SHA256.HashData(content),
            Size = content.Length,
            Content = content,
            AddedAt = at,
            AddedByAccountId = byAccountId,
        };

    /// <summary>What kind of file these bytes are; null for any other kind.</summary>
    public static EvidenceFileKind? KindOf(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? EvidenceFileKind.Pdf
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            ? EvidenceFileKind.Png
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? EvidenceFileKind.Jpeg
        : null;

    /// <summary>How a kind is named on the web (RFC 6838).</summary>
    public static string MediaTypeOf(EvidenceFileKind kind) =>
        kind switch
        {
            EvidenceFileKind.Pdf => "application/pdf",
            EvidenceFileKind.Png => "image/png",
            _ => "image/jpeg",
        };

    /// <summary>How a file of a kind ends.</summary>
    public static string EndingOf(EvidenceFileKind kind) =>
        kind switch
        {
            EvidenceFileKind.Pdf => "pdf",
            EvidenceFileKind.Png => "png",
            _ => "jpg",
        };
}

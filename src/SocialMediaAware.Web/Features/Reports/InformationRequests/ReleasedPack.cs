using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>That a pack was released. It never changes, and every later pack of the agency is compared with it.</summary>
public sealed class ReleasedPack : IBelongsToAgency
{
    /// <summary>Longest reason for a release in spite of what can be worked out.</summary>
    public const int ReasonLength = 1000;

    private ReleasedPack() { }

    /// <summary>The pack.</summary>
    public Guid RequestId { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The how-manieth pack of the agency it is, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>SHA-256 over its <c>manifest.json</c>, which names all other files with theirs (64 hexadecimal digits).</summary>
    public string ManifestHash { get; private init; } = "";

    /// <summary>Why it was released although figures can be worked out; empty where none can.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset ReleasedAt { get; private init; }

    /// <summary>The account that released it.</summary>
    public Guid ReleasedByAccountId { get; private init; }

    /// <summary>Releases a pack.</summary>
    public static ReleasedPack Release(
        InformationRequest request,
        int number,
        string manifestHash,
        string reason,
        Guid byAccountId,
        DateTimeOffset at
    ) =>
        new()
        {
            RequestId = request.Id,
            AgencyId = request.AgencyId,
            Number = number,
            ManifestHash = manifestHash,
            Reason = reason,
            ReleasedAt = at,
            ReleasedByAccountId = byAccountId,
        };
}

/// <summary>A file of a released pack, byte for byte: words of the portal that change later change nothing in it.</summary>
public sealed class ReleasedFile : IBelongsToAgency
{
    /// <summary>Longest path.</summary>
    public const int PathLength = 200;

    private ReleasedFile() { }

    /// <summary>The pack.</summary>
    public Guid RequestId { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>Its place, from 0.</summary>
    public int Order { get; private init; }

    /// <summary>Where it lies in the ZIP file.</summary>
    public string Path { get; private init; } = "";

    /// <summary>What it holds.</summary>
    public byte[] Bytes { get; private init; } = [];

    /// <summary>Keeps a file.</summary>
    public static ReleasedFile Keep(InformationRequest request, int order, PackFile file) =>
        new()
        {
            RequestId = request.Id,
            AgencyId = request.AgencyId,
            Order = order,
            Path = file.Path,
            Bytes = file.Bytes,
        };
}

/// <summary>A file of a pack.</summary>
/// <param name="Path">Where it lies in the ZIP file.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record PackFile(string Path, byte[] Bytes);

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>The exact bytes of a published module version, kept for ever: what people read and signed.</summary>
public sealed class PublishedModuleText
{
    private PublishedModuleText() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>Raised when people must sign again.</summary>
    public int Major { get; private init; }

    /// <summary>Raised when they need not.</summary>
    public int Minor { get; private init; }

    /// <summary>SHA-256 over the normalised body, title, audience and statement (32 bytes).</summary>
    public byte[] ContentHash { get; private init; } = [];

    /// <summary>The file as it was, UTF-8.</summary>
    public byte[] Bytes { get; private init; } = [];

    /// <summary>When the portal first served it (UTC).</summary>
    public DateTimeOffset FirstServedAt { get; private init; }

    /// <summary>Keeps a version.</summary>
    public static PublishedModuleText Keep(
        string moduleSlug,
        int major,
        int minor,
        byte[] contentHash,
        byte[] bytes,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            ModuleSlug = moduleSlug,
            Major = major,
            Minor = minor,
            ContentHash = contentHash,
            Bytes = bytes,
            FirstServedAt = at,
        };
}

/// <summary>The exact bytes of a scenario that a published module drew from, kept for ever.</summary>
public sealed class PublishedScenarioText
{
    private PublishedScenarioText() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The module it belongs to.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The scenario.</summary>
    public string ScenarioSlug { get; private init; } = "";

    /// <summary>SHA-256 over its normalised text (32 bytes).</summary>
    public byte[] Hash { get; private init; } = [];

    /// <summary>The file as it was, UTF-8.</summary>
    public byte[] Bytes { get; private init; } = [];

    /// <summary>When the portal first served it (UTC).</summary>
    public DateTimeOffset FirstServedAt { get; private init; }

    /// <summary>Keeps a scenario's text.</summary>
    public static PublishedScenarioText Keep(
        string moduleSlug,
        string scenarioSlug,
        byte[] hash,
        byte[] bytes,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            ModuleSlug = moduleSlug,
            ScenarioSlug = scenarioSlug,
            Hash = hash,
            Bytes = bytes,
            FirstServedAt = at,
        };
}

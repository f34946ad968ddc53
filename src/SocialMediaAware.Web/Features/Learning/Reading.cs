using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Features.Learning;

/// <summary>A person began to read a module for an assignment, and finishes with the version they began with.</summary>
public sealed class Reading : IBelongsToAgency
{
    private Reading() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The assignment it is for.</summary>
    public Guid AssignmentId { get; private init; }

    /// <summary>Who reads.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>What they read.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The version they read.</summary>
    public int Major { get; private set; }

    /// <summary>The version they read.</summary>
    public int Minor { get; private set; }

    /// <summary>When they began (UTC).</summary>
    public DateTimeOffset BegunAt { get; private init; }

    /// <summary>The section they saw last, to pick up from.</summary>
    public string LastSectionId { get; private set; } = "";

    /// <summary>When that was (UTC).</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>Begins to read.</summary>
    public static Reading Begin(
        Guid agencyId,
        Guid assignmentId,
        Guid personId,
        string moduleSlug,
        int major,
        int minor,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            AssignmentId = assignmentId,
            PersonId = personId,
            ModuleSlug = moduleSlug,
            Major = major,
            Minor = minor,
            BegunAt = at,
            LastSeenAt = at,
        };

    /// <summary>Begins with a version for an assignment.</summary>
    public static Reading Begin(
        Assignment assignment,
        string moduleSlug,
        ContentVersion version,
        DateTimeOffset at
    ) =>
        Begin(
            assignment.AgencyId,
            assignment.Id,
            assignment.PersonId,
            moduleSlug,
            version.Major,
            version.Minor,
            at
        );

    /// <summary>Remembers where the person is.</summary>
    public void See(string sectionId, DateTimeOffset at) =>
        (LastSectionId, LastSeenAt) = (sectionId, at);

    /// <summary>A major version came out: the person goes on with that one.</summary>
    public void MoveToVersion(int major, int minor) => (Major, Minor) = (major, minor);
}

/// <summary>A person opened a section's text. It counts wherever the identical text stands.</summary>
public sealed class OpenedSection
{
    /// <summary>Longest id of a section.</summary>
    public const int SectionIdLength = 120;

    private OpenedSection() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Who opened it.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The module it stood in.</summary>
    public string ModuleSlug { get; private init; } = "";

    /// <summary>The section.</summary>
    public string SectionId { get; private init; } = "";

    /// <summary>SHA-256 over its heading and normalised text (32 bytes).</summary>
    public byte[] TextHash { get; private init; } = [];

    /// <summary>When it was first opened (UTC).</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>Records that it was opened.</summary>
    public static OpenedSection Open(
        Guid personId,
        string moduleSlug,
        string sectionId,
        byte[] textHash,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            PersonId = personId,
            ModuleSlug = moduleSlug,
            SectionId = sectionId,
            TextHash = textHash,
            OpenedAt = at,
        };
}

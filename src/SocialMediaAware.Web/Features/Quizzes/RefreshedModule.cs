using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Quizzes;

/// <summary>A module version that the refresher of an assignment is for, though maybe none of its situations was drawn.</summary>
public sealed class RefreshedModule
{
    internal RefreshedModule(Guid attemptId, string moduleSlug, int major, int minor) =>
        (AttemptId, ModuleSlug, Major, Minor) = (attemptId, moduleSlug, major, minor);

    /// <summary>The attempt.</summary>
    public Guid AttemptId { get; private init; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; }

    /// <summary>The version's number before the point.</summary>
    public int Major { get; private init; }

    /// <summary>The version's number after the point.</summary>
    public int Minor { get; private init; }

    /// <summary>
    /// The canonical form of the <c>PassedAttempt</c> that a signature over this version rests on, with the situations drawn from
    /// this module; null before the refresher is passed.
    /// </summary>
    public byte[]? Evidence { get; private set; }

    /// <summary>Whether it is for this very version.</summary>
    public bool Is(Module module) =>
        ModuleSlug == module.Slug && Major == module.Version.Major && Minor == module.Version.Minor;

    internal void Pass(byte[] evidence) => Evidence = evidence;
}

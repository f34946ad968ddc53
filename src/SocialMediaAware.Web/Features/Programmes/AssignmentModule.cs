namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A module that an assignment asks for, in a major version or a newer one.</summary>
public sealed class AssignmentModule
{
    internal AssignmentModule(Guid assignmentId, int order, string moduleSlug, int major) =>
        (AssignmentId, Order, ModuleSlug, Major) = (assignmentId, order, moduleSlug, major);

    /// <summary>The assignment.</summary>
    public Guid AssignmentId { get; private init; }

    /// <summary>Its place, from 0.</summary>
    public int Order { get; internal set; }

    /// <summary>The module.</summary>
    public string ModuleSlug { get; private init; }

    /// <summary>The major version that was current when the assignment began to cover it.</summary>
    public int Major { get; private init; }
}

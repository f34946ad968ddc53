namespace SocialMediaAware.Web.Features.People.Units;

/// <summary>A field in which one unit of a tree is chosen, drawn by the partial <c>_SelectUnit</c>.</summary>
/// <param name="Name">The name it is sent under.</param>
/// <param name="Label">Its label.</param>
/// <param name="Tree">The units.</param>
/// <param name="Chosen">The one that is chosen.</param>
/// <param name="Hint">What helps to choose.</param>
public sealed record UnitSelect(
    string Name,
    string Label,
    UnitTree Tree,
    Guid? Chosen,
    string? Hint = null
);

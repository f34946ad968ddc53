namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>A field in which one of several is chosen: drawn by the partial <c>_Select</c>.</summary>
/// <param name="Name">The name it is sent under.</param>
/// <param name="Label">Its label.</param>
/// <param name="Options">What can be chosen, with the words for it.</param>
/// <param name="Value">What is chosen.</param>
/// <param name="Hint">What helps to choose.</param>
public sealed record SelectField(
    string Name,
    string Label,
    IReadOnlyList<(string Value, string Text)> Options,
    string? Value,
    string? Hint = null
)
{
    /// <summary>The id of the control: error summaries link to it.</summary>
    public string Id => Name.ToLowerInvariant();
}

/// <summary>The choices about positions.</summary>
/// <param name="Form">What is chosen now.</param>
/// <param name="Trees">The units.</param>
/// <param name="Regions">The regions.</param>
public sealed record PlacementChoices(
    PlacementForm Form,
    IReadOnlyList<UnitTree> Trees,
    IReadOnlyList<string> Regions
)
{
    /// <summary>The units as options, in the order of their trees.</summary>
    public IReadOnlyList<(string Value, string Text)> Units =>
        [
            .. Trees.SelectMany(tree =>
                tree.InOrder.Select(unit =>
                    (unit.Id.ToString(), new string('\u2003', unit.Depth) + unit.Name)
                )
            ),
        ];
}

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>A box to tick.</summary>
/// <param name="Value">What is sent when it is ticked.</param>
/// <param name="Label">What it says.</param>
/// <param name="IsTicked">Whether it is ticked.</param>
public sealed record Tick(string Value, string Label, bool IsTicked);

/// <summary>Some boxes to tick under one heading, drawn by the partial <c>_Ticks</c>.</summary>
/// <param name="Name">The name they are sent under.</param>
/// <param name="Legend">Their heading.</param>
/// <param name="Hint">What helps to choose; null for nothing.</param>
/// <param name="Ticks">The boxes.</param>
public sealed record TickField(string Name, string Legend, string? Hint, IReadOnlyList<Tick> Ticks)
{
    /// <summary>The id of the whole: error summaries link to it.</summary>
    public string Id => Name.ToLowerInvariant();
}

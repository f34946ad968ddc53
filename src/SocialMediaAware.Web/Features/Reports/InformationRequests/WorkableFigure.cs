using System.Text.Json;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>A figure of which readers could work out too much: one that is withheld, or a small one that is shown.</summary>
/// <param name="Key">The figure.</param>
/// <param name="Least">It is so many at least.</param>
/// <param name="Most">It is so many at most.</param>
/// <param name="IsChange">Whether what can be worked out is its change since an earlier pack.</param>
public sealed record WorkableFigure(string Key, int Least, int Most, bool IsChange)
{
    /// <summary>Some figures as text.</summary>
    public static string ToText(IReadOnlyList<WorkableFigure> figures) =>
        figures.Count == 0 ? "" : JsonSerializer.Serialize(figures);

    /// <summary>The figures that <see cref="ToText" /> wrote.</summary>
    public static IReadOnlyList<WorkableFigure> FromText(string text) =>
        text.Length == 0 ? [] : JsonSerializer.Deserialize<List<WorkableFigure>>(text) ?? [];
}

namespace SocialMediaAware.Web.Features.Relief;

/// <summary>Why somebody is exempt, as codes. None of them says anything about health or family.</summary>
public static class ExemptionReasons
{
    /// <summary>All of them; the words for each are the text <c>Reason-</c> and the code.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["seconded-away", "leaving-soon", "adjustment", "open-matter", "done-elsewhere"];
}

namespace SocialMediaAware.Web.Features.Reports.Modules;

/// <summary>
/// Figures about how people answered and how long they took are told of five people or more, and change only when five more have
/// come: whoever looks before and after one colleague is done sees the same.
/// </summary>
public static class StepsOfFive
{
    /// <summary>How many people have to come together, at least.</summary>
    public const int People = 5;

    // Among very many people, five move no median: so as not to work it out for each five of them, steps grow to a fiftieth.
    private const int LargestShare = 50;

    /// <summary>Whether what is shown of answers is taken anew.</summary>
    /// <param name="shown">Of how many people it is; zero where nothing is shown yet.</param>
    /// <param name="now">How many people there are now.</param>
    public static bool AreFull(int shown, int now) => now - shown >= People;

    /// <summary>Whether what is shown of times is taken anew.</summary>
    /// <param name="shown">Of how many people it is; zero where nothing is shown yet.</param>
    /// <param name="now">How many people there are now.</param>
    public static bool AreFullForTimes(int shown, int now) =>
        now - shown >= Math.Max(People, shown / LargestShare);
}

namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>
/// Another table of whole numbers that says the same to readers as the true one. That it exists proves that they cannot tell which of
/// the two is true.
/// </summary>
/// <param name="Values">The numbers in which it differs from the true one, with what they are in it.</param>
internal sealed record OtherTable(IReadOnlyDictionary<Number, long> Values)
{
    /// <summary>Whether it still says the same to readers: no number in which it differs is told.</summary>
    public bool Holds => Values.Keys.All(number => !number.IsTold);

    /// <summary>What it takes to have it: the numbers that would have to be hidden.</summary>
    public IEnumerable<Number> ToHide => Values.Keys.Where(number => number.IsTold);
}

namespace SocialMediaAware.Web.Features.Reports.Suppression;

/// <summary>Why a number should be hidden.</summary>
public enum SuppressionReason
{
    /// <summary>It counts so few people that it tells of somebody.</summary>
    Small,

    /// <summary>A hidden number of this release could be worked out from it.</summary>
    Complement,

    /// <summary>A number could be worked out from it and from what was released before.</summary>
    EarlierRelease,
}

/// <summary>A number that should be hidden.</summary>
/// <param name="Key">The key of the cell, or of a percentage that stands alone.</param>
/// <param name="Reason">Why.</param>
/// <param name="Because">The key that it protects; null for a small number, which protects itself.</param>
public sealed record ProposedSuppression(string Key, SuppressionReason Reason, string? Because);

/// <summary>A hidden number of which readers could still work out too much.</summary>
/// <param name="Key">The key of the cell; for a change since an earlier release the key in this release.</param>
/// <param name="Lowest">The lowest number that it can be, in people.</param>
/// <param name="Highest">The highest number that it can be, in people; the same as the lowest when it is known.</param>
/// <param name="Since">The key in the earlier release, where what is told is the change since then; otherwise null.</param>
public sealed record DisclosedCell(string Key, int Lowest, int Highest, string? Since = null);

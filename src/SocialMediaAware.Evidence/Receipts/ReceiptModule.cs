namespace SocialMediaAware.Evidence;

/// <summary>A module as a receipt shows it.</summary>
/// <param name="Slug">The module's slug.</param>
/// <param name="Title">The module's title, for people; the ledger does not vouch for it.</param>
/// <param name="Major">The version's number before the point.</param>
/// <param name="Minor">The version's number after the point.</param>
/// <param name="ContentHash">The SHA-256 of the exact bytes of the published version.</param>
public sealed record ReceiptModule(
    string Slug,
    string Title,
    int Major,
    int Minor,
    TreeHash ContentHash
);

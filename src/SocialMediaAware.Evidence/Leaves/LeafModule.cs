namespace SocialMediaAware.Evidence;

/// <summary>One version of a module that a signature covers.</summary>
/// <param name="Slug">The module's slug: 1 to 100 printable ASCII characters without spaces.</param>
/// <param name="Major">The version's number before the point, from 0.</param>
/// <param name="Minor">The version's number after the point, from 0.</param>
/// <param name="ContentHash">The SHA-256 of the exact bytes of the published version.</param>
public sealed record LeafModule(string Slug, int Major, int Minor, TreeHash ContentHash);

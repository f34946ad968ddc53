using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Sources;

/// <summary>How far an obligation has come on its way to people.</summary>
public enum ObligationState
{
    /// <summary>A module teaches it to everybody whom it binds.</summary>
    Taught,

    /// <summary>A module teaches it, but not to everybody whom it binds.</summary>
    TaughtToSome,

    /// <summary>Nothing teaches it, and it binds people.</summary>
    Untaught,

    /// <summary>A duty that no situation exercises.</summary>
    Unexercised,

    /// <summary>It is there to be known: a definition, a contact, or what is not read in its source.</summary>
    ForInformation,
}

/// <summary>What somebody looks for among the obligations.</summary>
/// <param name="SourceId">From this source; null for all.</param>
/// <param name="ModuleSlug">Taught in this module; null for all.</param>
/// <param name="Kind">Of this kind; null for all.</param>
/// <param name="State">As far as this; null for all.</param>
public sealed record ProvenanceFilter(
    string? SourceId,
    string? ModuleSlug,
    ObligationKind? Kind,
    ObligationState? State
);

using SocialMediaAware.Web.Content;

namespace SocialMediaAware.Web.Features.Sources;

/// <summary>A place in a module.</summary>
/// <param name="Module">The module, in the version that readers are served.</param>
/// <param name="Section">The section.</param>
public sealed record TaughtAt(Module Module, Section Section)
{
    /// <summary>Where to read it.</summary>
    public string Address => $"/learning/{Module.Slug}/{Section.Id}";
}

/// <summary>Where an obligation comes from, and where it goes.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Source">The document that it stands in.</param>
/// <param name="Taught">Where it is taught, among what the reader may read.</param>
/// <param name="Exercised">The situations that exercise it.</param>
/// <param name="SignedIn">The programmes whose statement people sign for it, by name.</param>
/// <param name="Missed">Those whom it binds and nothing teaches it to.</param>
public sealed record ProvenanceRow(
    Obligation Obligation,
    Source Source,
    IReadOnlyList<TaughtAt> Taught,
    IReadOnlyList<Scenario> Exercised,
    IReadOnlyList<string> SignedIn,
    IReadOnlyList<Bound> Missed
)
{
    /// <summary>How far it has come.</summary>
    public ObligationState State =>
        !Obligation.IsTestable ? ObligationState.ForInformation
        : Taught.Count == 0 ? ObligationState.Untaught
        : Missed.Count > 0 ? ObligationState.TaughtToSome
        : Obligation.IsStaffDuty && Exercised.Count == 0 ? ObligationState.Unexercised
        : ObligationState.Taught;
}

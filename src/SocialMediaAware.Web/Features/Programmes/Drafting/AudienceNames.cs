using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes.Drafting;

/// <summary>What the units of an audience are called.</summary>
/// <param name="Agency">The agency's short name.</param>
/// <param name="Units">The last name of each unit that is known.</param>
/// <param name="Gone">Units that are not there today.</param>
public sealed record AudienceNames(
    string Agency,
    IReadOnlyDictionary<Guid, string> Units,
    IReadOnlySet<Guid> Gone
)
{
    /// <summary>The names of an agency whose units are all there.</summary>
    public static AudienceNames Of(string agency, UnitTree tree) =>
        new(
            agency,
            tree.InOrder.ToDictionary(unit => unit.Id, unit => unit.Name),
            new HashSet<Guid>()
        );
}

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>A module that a programme for changed rules follows.</summary>
/// <param name="ModuleSlug">The module.</param>
/// <param name="Major">The newest major version that the agency has confirmed as its rule in force.</param>
/// <param name="InForceOn">The New Zealand date on which both its publication and the confirmation had happened.</param>
/// <param name="SignedMajors">The newest major version that each person signed.</param>
/// <param name="CoveredElsewhere">Who has another open assignment that covers the module.</param>
public sealed record PlannedRuleChange(
    string ModuleSlug,
    int Major,
    DateOnly InForceOn,
    IReadOnlyDictionary<Guid, int> SignedMajors,
    IReadOnlySet<Guid> CoveredElsewhere
);

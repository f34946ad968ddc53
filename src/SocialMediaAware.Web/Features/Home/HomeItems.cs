using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Home;

/// <summary>Something that the person signed.</summary>
public sealed record SignedItem(
    Guid AttestationId,
    string ProgrammeName,
    DateOnly SignedOn,
    IReadOnlyList<(string Title, string Version)> Modules
);

/// <summary>Something that the person did not agree to.</summary>
public sealed record DeclinedItem(Guid AssignmentId, string ProgrammeName);

/// <summary>A place that a role opens.</summary>
public sealed record RolePlace(string TextKey, string Address);

/// <summary>Finds the places for a role.</summary>
public static class RolePlaces
{
    /// <summary>The places that an account's roles open.</summary>
    public static IEnumerable<RolePlace> Of(SignedIn signedIn)
    {
        (string TextKey, string Address, PortalRole[] Roles)[] places =
        [
            ("Reports", "/reports", [PortalRole.HumanResources, PortalRole.Auditor]),
            ("Assisted", "/assisted", [PortalRole.HumanResources, PortalRole.Leader]),
            (
                "OutsideLearning",
                "/outside-learning",
                [PortalRole.HumanResources, PortalRole.Auditor]
            ),
            ("NotAgreeing", "/questions/not-agreeing", [PortalRole.HumanResources]),
            ("Questions", "/questions", [PortalRole.IntegrityAdviser]),
            ("Reminders", "/reminders", [PortalRole.HumanResources, PortalRole.Auditor]),
            ("AuditLog", "/audit", [PortalRole.Auditor, PortalRole.Administrator]),
            ("Roles", "/settings/roles", [PortalRole.Administrator]),
        ];
        return places
            .Where(place => Array.Exists(place.Roles, signedIn.HasAnywhere))
            .Select(place => new RolePlace(place.TextKey, place.Address));
    }
}

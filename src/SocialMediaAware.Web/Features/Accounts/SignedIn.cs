using System.Security.Claims;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>
/// Who makes this request: the account, the person, and the roles in each agency as the database has them at this very request.
/// Empty when nobody is signed in.
/// </summary>
public sealed class SignedIn
{
    private HashSet<(PortalRole Role, Guid AgencyId)> roles = [];

    /// <summary>The account; <see cref="Guid.Empty" /> when nobody is signed in.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The person; null for an account that is nobody's on any list.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>What to call them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How they proved who they are, such as <c>password</c>.</summary>
    public string AuthenticationMethod { get; private set; } = "";

    /// <summary>Whether anybody is signed in.</summary>
    public bool IsSomebody => AccountId != Guid.Empty;

    /// <summary>The agencies in which they have any role.</summary>
    public IEnumerable<Guid> AgencyIds => roles.Select(role => role.AgencyId).Distinct();

    /// <summary>Whether they have a role in an agency.</summary>
    public bool Has(PortalRole role, Guid agencyId) => roles.Contains((role, agencyId));

    /// <summary>Whether they have a role in any agency.</summary>
    public bool HasAnywhere(PortalRole role) => roles.Any(entry => entry.Role == role);

    /// <summary>The agencies in which they have a role.</summary>
    public IReadOnlyList<Guid> AgenciesAs(PortalRole role) =>
        [.. roles.Where(entry => entry.Role == role).Select(entry => entry.AgencyId)];

    internal void Become(
        Guid accountId,
        Guid? personId,
        string name,
        string authenticationMethod,
        IEnumerable<(PortalRole, Guid)> inRoles
    )
    {
        AccountId = accountId;
        PersonId = personId;
        Name = name;
        AuthenticationMethod = authenticationMethod;
        roles = [.. inRoles];
    }
}

/// <summary>The claims that the session cookie carries.</summary>
public static class PortalClaims
{
    /// <summary>The account's id.</summary>
    public const string AccountId = ClaimTypes.NameIdentifier;

    /// <summary>The account's security stamp, compared with the database at each request.</summary>
    public const string SecurityStamp = "sma:stamp";

    /// <summary>The session's id; the database says whether it still holds.</summary>
    public const string SessionId = "sma:session";

    /// <summary>How the person proved who they are (RFC 8176 speaks of <c>amr</c>).</summary>
    public const string AuthenticationMethod = "amr";

    /// <summary>A role the account has in some agency, for policies; the agency is asked of <see cref="SignedIn" />.</summary>
    public const string Role = ClaimTypes.Role;
}

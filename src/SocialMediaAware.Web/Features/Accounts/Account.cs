using Microsoft.AspNetCore.Identity;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>What someone signs in with. It belongs to a person, or to somebody who only looks after the portal.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The person whose account it is; null for somebody who is not on any agency's list.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was shut for good (UTC); null while it may be used. A lock after wrong passwords is another thing and passes.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Makes an account that signs in with a mail address.</summary>
    public static Account For(string email, Guid? personId, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            UserName = email,
            NormalizedUserName = LookUpForm(email),
            Email = email,
            NormalizedEmail = LookUpForm(email),
            EmailConfirmed = true,
            SecurityStamp = NewStamp(),
            PersonId = personId,
            CreatedAt = at,
        };

    /// <summary>Makes an account for somebody without a mail address: no password opens it, only a code in an assisted session.</summary>
    public static Account WithoutAddress(Guid personId, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            UserName = $"person-{personId:N}",
            NormalizedUserName = LookUpForm($"person-{personId:N}"),
            SecurityStamp = NewStamp(),
            PersonId = personId,
            CreatedAt = at,
        };

    /// <summary>The form in which mail addresses are compared, the same as Identity's own.</summary>
    public static string LookUpForm(string email) => email.Trim().Normalize().ToUpperInvariant();

    /// <summary>Takes another password: every session from before ends at its next request.</summary>
    public void TakePassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        SecurityStamp = NewStamp();
    }

    /// <summary>Lets it be tried again at once: its owner has just shown that they read its mail.</summary>
    public void Unlock() => (AccessFailedCount, LockoutEnd) = (0, null);

    /// <summary>Shuts the account: its sessions end at their next request, and it cannot sign in.</summary>
    public void Disable(DateTimeOffset at) => DisabledAt ??= at;

    /// <summary>It was shut by mistake: it can be used again, with a new sign-in.</summary>
    public void Reopen() => (DisabledAt, SecurityStamp) = (null, NewStamp());

    /// <summary>Signs in with another address from now on: every session from before ends at its next request.</summary>
    public void TakeAddress(string email)
    {
        (UserName, Email) = (email, email);
        NormalizedUserName = NormalizedEmail = LookUpForm(email);
        SecurityStamp = NewStamp();
    }

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}

/// <summary>What an account may do in an agency. Staff and leader come from placements and leaderships, the others are granted.</summary>
public enum PortalRole
{
    /// <summary>Has a placement.</summary>
    Staff,

    /// <summary>Leads somebody.</summary>
    Leader,

    /// <summary>Sets up programmes and reports completion.</summary>
    HumanResources,

    /// <summary>Writes modules and scenarios.</summary>
    ContentOwner,

    /// <summary>Answers questions in confidence.</summary>
    IntegrityAdviser,

    /// <summary>Reads everything but questions and answers; changes nothing.</summary>
    Auditor,

    /// <summary>Looks after the portal and its roles.</summary>
    Administrator,
}

/// <summary>A role that an account was given in an agency. It is never deleted, only revoked.</summary>
public sealed class RoleGrant
{
    private RoleGrant() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The account.</summary>
    public Guid AccountId { get; private init; }

    /// <summary>The role.</summary>
    public PortalRole Role { get; private init; }

    /// <summary>In which agency.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>When it was given (UTC).</summary>
    public DateTimeOffset GrantedAt { get; private init; }

    /// <summary>The account that gave it; null for the first administrator and the demonstration.</summary>
    public Guid? GrantedByAccountId { get; private init; }

    /// <summary>When it was revoked (UTC); null while it holds.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The account that revoked it.</summary>
    public Guid? RevokedByAccountId { get; private set; }

    /// <summary>Gives a role.</summary>
    /// <exception cref="ArgumentException">Staff and leader cannot be given: they come from the facts about people.</exception>
    public static RoleGrant Give(
        Guid accountId,
        PortalRole role,
        Guid agencyId,
        Guid? byAccountId,
        DateTimeOffset at
    )
    {
        if (role is PortalRole.Staff or PortalRole.Leader)
        {
            throw new ArgumentException(
                "Staff and leader come from placements and leaderships.",
                nameof(role)
            );
        }

        return new()
        {
            Id = Guid.CreateVersion7(at),
            AccountId = accountId,
            Role = role,
            AgencyId = agencyId,
            GrantedAt = at,
            GrantedByAccountId = byAccountId,
        };
    }

    /// <summary>Revokes it.</summary>
    public void Revoke(Guid byAccountId, DateTimeOffset at)
    {
        if (RevokedAt is null)
        {
            (RevokedAt, RevokedByAccountId) = (at, byAccountId);
        }
    }
}

/// <summary>A link that works once, until it expires. Only the hash of its secret is kept.</summary>
public sealed class OneTimeLink
{
    /// <summary>Makes the first administrator.</summary>
    public const string FirstAdministrator = "first-administrator";

    /// <summary>Lets somebody in for the first time: they choose a password.</summary>
    public const string Invitation = "invitation";

    /// <summary>Lets somebody choose another password.</summary>
    public const string PasswordReset = "password-reset";

    private OneTimeLink() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>What it is for.</summary>
    public string Purpose { get; private init; } = "";

    /// <summary>SHA-256 of the secret in the link (32 bytes).</summary>
    public byte[] SecretHash { get; private init; } = [];

    /// <summary>The account it is for, where there is one already.</summary>
    public Guid? AccountId { get; private init; }

    /// <summary>Until when it works (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was used (UTC); null before.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Makes a link.</summary>
    public static OneTimeLink Make(
        string purpose,
        byte[] secretHash,
        Guid? accountId,
        DateTimeOffset expiresAt,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            Purpose = purpose,
            SecretHash = secretHash,
            AccountId = accountId,
            ExpiresAt = expiresAt,
        };

    /// <summary>Whether it works at an instant.</summary>
    public bool WorksAt(DateTimeOffset at) => UsedAt is null && at < ExpiresAt;

    /// <summary>Uses it up.</summary>
    public void Use(DateTimeOffset at) => UsedAt ??= at;
}

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>What a new password may be.</summary>
public static class NewPassword
{
    /// <summary>Fewest characters (NZISM 2025).</summary>
    public const int FewestCharacters = 16;

    /// <summary>Most characters; more would only make hashing them dear.</summary>
    public const int MostCharacters = 128;
}

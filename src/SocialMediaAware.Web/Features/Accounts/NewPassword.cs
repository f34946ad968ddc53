using System.Text;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>What is wrong with a new password.</summary>
public enum PasswordProblem
{
    /// <summary>Fewer than 16 characters.</summary>
    TooShort,

    /// <summary>More than 128 characters.</summary>
    TooLong,

    /// <summary>It holds the part of the mail address before the at sign.</summary>
    HasName,

    /// <summary>It repeats itself.</summary>
    Repeats,

    /// <summary>Little is left of it without words, phrases and rows of keys that are tried first.</summary>
    Known,
}

/// <summary>
/// What a new password may be: 16 to 128 characters of any kind, in any mixture, spaces included; taken exactly as typed. It is
/// refused when it can be foreseen:
/// it holds the name in the mail address; it repeats itself (one unit over and over, or fewer than five different characters); or,
/// without the words, phrases, names, years and rows of keys that everybody tries first (<see cref="KnownPasswords" />), fewer than
/// eight characters are left.
/// </summary>
public static class NewPassword
{
    /// <summary>Fewest characters (NZISM 2025).</summary>
    public const int FewestCharacters = 16;

    /// <summary>Most characters; more would only make hashing them dear.</summary>
    public const int MostCharacters = 128;

    private const int FewestDifferent = 5;
    private const int FewestUnforeseen = 8;
    private const int ShortestName = 3;

    /// <summary>What is wrong with it; null when it will do.</summary>
    /// <param name="password">The password as typed.</param>
    /// <param name="email">The mail address of the account.</param>
    public static PasswordProblem? Check(string password, string email)
    {
        if (password.EnumerateRunes().Count() < FewestCharacters)
        {
            return PasswordProblem.TooShort;
        }

        if (password.Length > MostCharacters)
        {
            return PasswordProblem.TooLong;
        }

        var plain = password.ToLowerInvariant();
        var name = email.Split('@')[0].ToLowerInvariant();
        if (name.Length >= ShortestName && plain.Contains(name, StringComparison.Ordinal))
        {
            return PasswordProblem.HasName;
        }

        if (plain.Distinct().Count() < FewestDifferent || IsOneUnitOverAndOver(plain))
        {
            return PasswordProblem.Repeats;
        }

        return KnownPasswords.Unforeseen(plain) < FewestUnforeseen ? PasswordProblem.Known : null;
    }

    private static bool IsOneUnitOverAndOver(string text)
    {
        for (var unit = 1; unit <= text.Length / 2; unit++)
        {
            if (text.AsSpan(unit).SequenceEqual(text.AsSpan(0, text.Length - unit)))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>The name of a feed: it says whose people a file brings, and therefore whom it may end.</summary>
public static partial class FeedName
{
    /// <summary>The feed of an agency that has only one.</summary>
    public const string Usual = "payroll";

    /// <summary>Reads a name: small letters, digits and hyphens.</summary>
    /// <returns>The name; null when it can be none.</returns>
    public static string? Read(string? text)
    {
        var name = (text ?? "").Trim().ToLowerInvariant().Replace(' ', '-');
        return name.Length <= Placement.FeedLength && Form().IsMatch(name) ? name : null;
    }

    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*$", RegexOptions.None, 1000)]
    private static partial Regex Form();
}

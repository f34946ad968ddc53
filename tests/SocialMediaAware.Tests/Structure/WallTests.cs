using System.Text.RegularExpressions;

namespace SocialMediaAware.Tests.Structure;

/// <summary>Looking over an agency's walls is rare, and written down here with its reason.</summary>
public sealed class WallTests
{
    /// <summary>Which files may, and why.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["Features/Accounts/AccountStandings.cs"] =
            "finds out in which agencies the account stands, before there are walls",
        ["Features/Accounts/DemonstrationPeople.cs"] =
            "lists the made-up people of every agency to sign in as, in Development only",
    };

    [Fact]
    public void Walls_WhenAFileLooksOverThem_AreNamedHere()
    {
        var looking = SourceFile
            .OfThePortal(".cs")
            .Where(file => Regex.IsMatch(file.Text, @"IgnoreQueryFilters\("))
            .Select(file => file.Path)
            .ToList();
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), looking);
    }
}

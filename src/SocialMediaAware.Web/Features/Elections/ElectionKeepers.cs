using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Web.Features.Elections;

/// <summary>Who keeps the elections: HR and administrators. An election is the same for every agency; whether it counts is each agency's own.</summary>
public static class ElectionKeepers
{
    /// <summary>Whether the signed-in account adds elections and moves polling days.</summary>
    public static bool KeepsElections(this SignedIn signedIn) =>
        signedIn.HasAnywhere(PortalRole.HumanResources)
        || signedIn.HasAnywhere(PortalRole.Administrator);

    /// <summary>The agencies for which the signed-in account says whether an election counts.</summary>
    public static IReadOnlyList<Guid> AgenciesToChooseFor(this SignedIn signedIn) =>
        [
            .. signedIn
                .AgenciesAs(PortalRole.HumanResources)
                .Union(signedIn.AgenciesAs(PortalRole.Administrator)),
        ];

    /// <summary>Stops who does not.</summary>
    /// <exception cref="InvalidOperationException">The account is neither HR nor an administrator.</exception>
    internal static void DemandKeeper(this SignedIn signedIn)
    {
        if (!signedIn.KeepsElections())
        {
            throw new InvalidOperationException("Elections are kept by HR and administrators.");
        }
    }
}

using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SocialMediaAware.Web.Web;

/// <summary>Says on the console of the demonstration where the portal is, and how to sign in.</summary>
public static class StartNotice
{
    /// <summary>Prints it once the portal listens.</summary>
    public static void AnnounceDemonstration(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<DemonstrationMode>().IsOn)
        {
            return;
        }

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses =
                app.Services.GetRequiredService<IServer>()
                    .Features.Get<IServerAddressesFeature>()
                    ?.Addresses.Select(PortalAddress.ForABrowser)
                    .ToArray()
                ?? [];
            if (addresses.Length > 0)
            {
                Console.WriteLine(
                    $"Social Media Aware is ready at {string.Join(" and ", addresses)}"
                );
                Console.WriteLine(
                    $"Sign in as a member of the demonstration at {addresses[0]}/accounts/demonstration"
                );
            }
        });
    }
}

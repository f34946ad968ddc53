using System.Runtime.CompilerServices;

namespace SocialMediaAware.Tests.Support;

/// <summary>Lets many portals live in one test process.</summary>
internal static class ManyPortals
{
    // Each host would watch its settings files, and a machine allows 128 watchers or so.
    [ModuleInitializer]
    internal static void WatchNoSettings() =>
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}

using System.Runtime.CompilerServices;

namespace SocialMediaAware.Tests.Support;

/// <summary>Lets many portals live in one test process.</summary>
internal static class ManyPortals
{
    // Each host would watch its settings and its style sheets, and a machine allows 128 watchers or so.
    [ModuleInitializer]
    internal static void WatchSparingly()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }
}

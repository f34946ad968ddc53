namespace SocialMediaAware.Web.Web;

/// <summary>The address under which people reach the portal, for links that leave it.</summary>
/// <param name="Root">The address without a slash at the end.</param>
public sealed record PortalAddress(string Root)
{
    /// <summary>The setting that names it, needed wherever the portal stands behind a proxy.</summary>
    public const string Setting = "Portal:Address";

    /// <summary>The address that the settings name, or else the first that the portal listens on.</summary>
    public static PortalAddress From(IConfiguration configuration)
    {
        var named = configuration[Setting];
        if (!string.IsNullOrWhiteSpace(named))
        {
            return new PortalAddress(named.TrimEnd('/'));
        }

        var port = configuration["http_ports"]?.Split(';')[0];
        var listens =
            configuration["urls"]?.Split(';')[0]
            ?? (port is null ? "http://localhost:5000" : $"http://localhost:{port}");
        return new PortalAddress(ForABrowser(listens));
    }

    /// <summary>An address to listen on as one to open: a wildcard becomes this machine's own name.</summary>
    public static string ForABrowser(string listens) =>
        listens
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal)
            .TrimEnd('/');
}

namespace SocialMediaAware.Web.Web;

/// <summary>The few things that pages ask about htmx. The package Htmx.Net can take their place once it restores here.</summary>
public static class HtmxRequests
{
    /// <summary>Whether htmx asks for a fragment. A restored history entry gets the whole page.</summary>
    public static bool IsHtmx(this HttpRequest request) =>
        request.Headers["HX-Request"] == "true"
        && request.Headers["HX-History-Restore-Request"] != "true";
}

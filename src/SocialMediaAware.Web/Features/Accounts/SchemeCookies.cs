using Microsoft.AspNetCore.Authentication.Cookies;

namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>
/// Names the session cookie <c>__Host-…</c> wherever the address is https: browsers then take it only from this host, for the whole
/// host, and over https. On plain http, as in Development, a browser would refuse that name.
/// </summary>
internal sealed class SchemeCookies : ICookieManager
{
    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) =>
        cookies.GetRequestCookie(context, NameFor(context, key));

    public void AppendResponseCookie(
        HttpContext context,
        string key,
        string? value,
        CookieOptions options
    ) => cookies.AppendResponseCookie(context, NameFor(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        cookies.DeleteCookie(context, NameFor(context, key), options);

    private static string NameFor(HttpContext context, string key) =>
        context.Request.IsHttps ? $"__Host-{key}" : key;
}

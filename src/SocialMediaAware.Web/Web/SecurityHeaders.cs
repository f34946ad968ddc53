namespace SocialMediaAware.Web.Web;

/// <summary>The headers that every answer carries.</summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets them before anything else answers.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers.ContentSecurityPolicy = ContentSecurityPolicy;
                    headers.XContentTypeOptions = "nosniff";
                    headers["Referrer-Policy"] = "same-origin";
                    headers["Permissions-Policy"] =
                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
                    headers["Cross-Origin-Opener-Policy"] = "same-origin";
                    headers["Cross-Origin-Resource-Policy"] = "same-origin";
                    if (
                        context.Response.ContentType?.StartsWith(
                            "text/html",
                            StringComparison.Ordinal
                        ) == true
                    )
                    {
                        // Pages are a person's own: nothing between us and them keeps a copy.
                        headers.CacheControl = "no-store";
                        headers.Append("Vary", "HX-Request");
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}

using System.Net;

namespace SocialMediaAware.Tests.Support;

/// <summary>Keeps cookies as a browser would.</summary>
internal sealed class CookieJar(CookieContainer jar) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var header = jar.GetCookieHeader(request.RequestUri!);
        if (header.Length > 0)
        {
            request.Headers.Add("Cookie", header);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            foreach (var cookie in cookies)
            {
                jar.SetCookies(request.RequestUri!, cookie);
            }
        }

        return response;
    }
}

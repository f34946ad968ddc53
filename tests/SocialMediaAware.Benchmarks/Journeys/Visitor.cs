using System.Net;

namespace SocialMediaAware.Benchmarks.Journeys;

/// <summary>Somebody with a browser of their own, without JavaScript, pictures or styles.</summary>
internal sealed class Visitor : IDisposable
{
    private const int MostRedirects = 10;
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;

    /// <summary>Opens a browser.</summary>
    public Visitor(Uri portal) =>
        client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                CookieContainer = cookies,
                UseProxy = false,
            }
        )
        {
            BaseAddress = portal,
        };

    /// <summary>How many requests were made.</summary>
    public int Requests { get; private set; }

    /// <summary>The page's address.</summary>
    public string Address { get; private set; } = "/";

    /// <summary>The page.</summary>
    public PageText Page { get; private set; } = new("");

    /// <summary>The cookies as a request carries them.</summary>
    public string CookieHeader => cookies.GetCookieHeader(client.BaseAddress!);

    /// <summary>Goes to an address, and on to where it leads.</summary>
    public async Task GoAsync(string address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects < MostRedirects; redirects++)
        {
            Address = address;
            Requests++;
            using var answer = await client.GetAsync(address, cancellationToken);
            if (answer.Headers.Location is { } next)
            {
                address = PathOf(next);
                continue;
            }

            await TakeAsync(answer, cancellationToken);
            return;
        }

        throw new InvalidOperationException($"{Address} leads in a circle.");
    }

    /// <summary>Sends the page's form with these fields filled in, and goes on to where it leads.</summary>
    public async Task SendAsync(
        IEnumerable<KeyValuePair<string, string>> fields,
        CancellationToken cancellationToken
    )
    {
        var action = Page.Action ?? Address;
        if (action.StartsWith('?'))
        {
            action = Address.Split('?')[0] + action;
        }

        Requests++;
        using var form = new FormUrlEncodedContent(
            Page.Hidden.Where(hidden => fields.All(field => field.Key != hidden.Key)).Concat(fields)
        );
        using var answer = await client.PostAsync(action, form, cancellationToken);
        if (answer.Headers.Location is { } next)
        {
            await GoAsync(PathOf(next), cancellationToken);
        }
        else
        {
            await TakeAsync(answer, cancellationToken);
        }
    }

    /// <summary>The answer to an address, whatever it is.</summary>
    public Task<HttpResponseMessage> AnswerAsync(
        string address,
        CancellationToken cancellationToken
    ) => client.GetAsync(address, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private async Task TakeAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{Address} answered {(int)answer.StatusCode}.");
        }

        Page = new PageText(await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    private static string PathOf(Uri location) =>
        location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
}

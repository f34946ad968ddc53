using System.Text.Json;

namespace SocialMediaAware.Benchmarks.Load;

/// <summary>A response that a server gave.</summary>
/// <param name="Headers">Its headers, without those that a server writes by itself.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record KeptResponse(
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    byte[] Body
);

/// <summary>
/// What the portal is compared with: Kestrel alone, which answers every request with the same bytes and headers and does nothing
/// else.
/// </summary>
internal static class BareEndpoint
{
    /// <summary>The word on the command line that makes this program such a server.</summary>
    public const string Command = "serve-kept-response";

    /// <summary>Serves a kept response until the process is asked to stop.</summary>
    public static async Task<int> ServeAsync(string file, string port)
    {
        var kept = JsonSerializer.Deserialize<KeptResponse>(await File.ReadAllBytesAsync(file))!;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.Run(context =>
        {
            foreach (var (name, value) in kept.Headers)
            {
                context.Response.Headers.Append(name, value);
            }

            return context.Response.Body.WriteAsync(kept.Body, context.RequestAborted).AsTask();
        });
        await app.StartAsync();
        using var stop = System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGTERM,
            signal =>
            {
                signal.Cancel = true;
                app.Lifetime.StopApplication();
            }
        );
        await app.WaitForShutdownAsync();
        return 0;
    }
}

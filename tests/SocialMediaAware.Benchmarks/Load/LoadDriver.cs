using System.Diagnostics;
using System.Net;
using System.Text;
using SocialMediaAware.Benchmarks.Measures;

namespace SocialMediaAware.Benchmarks.Load;

/// <summary>What a round of load showed.</summary>
/// <param name="RequestsPerSecond">Answers in a second.</param>
/// <param name="Median">The latency in the middle, in milliseconds.</param>
/// <param name="Percentile99">The latency that 99 of 100 answers do not exceed, in milliseconds.</param>
/// <param name="Count">How many answers there were.</param>
internal sealed record LoadResult(
    double RequestsPerSecond,
    double Median,
    double Percentile99,
    int Count
);

/// <summary>
/// Asks one address over many keep-alive connections, each with one request on its way. It shares the machine with what it asks,
/// so it does as little as it can.
/// </summary>
internal sealed class LoadDriver : IDisposable
{
    /// <summary>How many connections there are.</summary>
    public const int Connections = 64;

    private readonly IPEndPoint server;
    private readonly LoadConnection[] connections;

    /// <summary>Makes ready to ask.</summary>
    public LoadDriver(Uri server, string path, string cookies)
    {
        this.server = new IPEndPoint(IPAddress.Loopback, server.Port);
        var request = Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: text/html\r\nCookie: {cookies}\r\n\r\n"
        );
        connections =
        [
            .. Enumerable.Range(0, Connections).Select(_ => new LoadConnection(request)),
        ];
    }

    /// <summary>Asks for a while.</summary>
    public async Task<LoadResult> AskForAsync(TimeSpan length)
    {
        var began = Stopwatch.GetTimestamp();
        var deadline = began + (long)(length.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(
            connections.Select(connection =>
                Task.Run(() => connection.AskUntilAsync(server, deadline))
            )
        );
        var took = Stopwatch.GetElapsedTime(began);
        double[] latencies =
        [
            .. connections.SelectMany(connection => connection.Latencies).Order(),
        ];
        return new LoadResult(
            latencies.Length / took.TotalSeconds,
            latencies.Percentile(0.5),
            latencies.Percentile(0.99),
            latencies.Length
        );
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var connection in connections)
        {
            connection.Dispose();
        }
    }
}

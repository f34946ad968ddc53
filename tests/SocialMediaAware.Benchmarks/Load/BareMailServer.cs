using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SocialMediaAware.Benchmarks.Load;

/// <summary>
/// A mail server that says yes to everything and keeps nothing: what remains is the portal's own work. It speaks just enough of
/// SMTP for that, over the loopback of this machine.
/// </summary>
internal sealed class BareMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private int taken;

    public BareMailServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many mails it has taken.</summary>
    public int Taken => Volatile.Read(ref taken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(ConverseAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using var connection = client;
        client.NoDelay = true;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        try
        {
            await SayAsync(stream, "220 bare");
            var isText = false;
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                if (isText)
                {
                    if (line == ".")
                    {
                        isText = false;
                        Interlocked.Increment(ref taken);
                        await SayAsync(stream, "250 taken");
                    }

                    continue;
                }

                isText = line == "DATA";
                await SayAsync(stream, isText ? "354 go on" : "250 yes");
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // The other side has gone, or the measure is over.
        }
    }

    private static ValueTask SayAsync(NetworkStream stream, string line) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"));
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SocialMediaAware.Benchmarks.Load;

/// <summary>One keep-alive connection that asks the same request again and again. It reads no more of an answer than where it ends.</summary>
internal sealed class LoadConnection(byte[] request) : IDisposable
{
    private readonly Socket socket = new(
        AddressFamily.InterNetwork,
        SocketType.Stream,
        ProtocolType.Tcp
    )
    {
        NoDelay = true,
    };
    private readonly byte[] buffer = new byte[512 * 1024];

    /// <summary>How long each answer took, in milliseconds.</summary>
    public List<double> Latencies { get; } = new(capacity: 100_000);

    /// <summary>Asks until the deadline.</summary>
    /// <param name="server">The server.</param>
    /// <param name="deadline">A timestamp of <see cref="Stopwatch" />.</param>
    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    public async Task AskUntilAsync(IPEndPoint server, long deadline)
    {
        if (!socket.Connected)
        {
            await socket.ConnectAsync(server);
        }

        Latencies.Clear();
        for (var began = Stopwatch.GetTimestamp(); began < deadline; )
        {
            await socket.SendAsync(request, SocketFlags.None);
            await ReceiveAsync();
            var ended = Stopwatch.GetTimestamp();
            Latencies.Add(Stopwatch.GetElapsedTime(began, ended).TotalMilliseconds);
            began = ended;
        }
    }

    /// <inheritdoc />
    public void Dispose() => socket.Dispose();

    private async Task ReceiveAsync()
    {
        var received = 0;
        do
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(received), SocketFlags.None);
            if (count == 0)
            {
                throw new InvalidOperationException("The server closed the connection.");
            }

            received += count;
        } while (!IsWhole(buffer.AsSpan(0, received)));
    }

    // One request is on its way at a time, so the end of an answer is the end of what was received.
    private static bool IsWhole(ReadOnlySpan<byte> received)
    {
        var endOfHeaders = received.IndexOf("\r\n\r\n"u8);
        if (endOfHeaders < 0)
        {
            return false;
        }

        var headers = received[..endOfHeaders];
        if (!headers.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException(
                $"The server answered {System.Text.Encoding.ASCII.GetString(headers[..Math.Min(headers.Length, 40)])}"
            );
        }

        var length = headers.IndexOf("Content-Length: "u8);
        if (length < 0)
        {
            return received.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var digits = headers[(length + "Content-Length: "u8.Length)..];
        var end = digits.IndexOf((byte)'\r');
        return received.Length - endOfHeaders - 4
            >= int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>
/// A connection to the mail server: lines go out, replies come in, each within its time and of bounded length. Whatever goes wrong
/// with it is an <see cref="SmtpException" />, and then it is of no more use.
/// </summary>
internal sealed class SmtpWire : IAsyncDisposable
{
    private readonly TcpClient client;
    private readonly byte[] buffer = new byte[SmtpReply.LongestLine];
    private Stream stream;
    private int from;
    private int to;

    private SmtpWire(TcpClient client)
    {
        this.client = client;
        stream = client.GetStream();
    }

    /// <summary>Whether nobody in between can read along.</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>This machine's address as the server sees it.</summary>
    public IPAddress LocalAddress =>
        ((IPEndPoint)client.Client.LocalEndPoint!).Address is { IsIPv4MappedToIPv6: true } mapped
            ? mapped.MapToIPv4()
            : ((IPEndPoint)client.Client.LocalEndPoint!).Address;

    /// <summary>
    /// Whether something came in that was not asked for, or the server has hung up. What it said then was no answer.
    /// </summary>
    public bool HasSpoken => from < to || client.Client.Poll(0, SelectMode.SelectRead);

    /// <summary>Connects.</summary>
    public static async Task<SmtpWire> ConnectAsync(
        SmtpSettings settings,
        CancellationToken cancellationToken
    )
    {
        var connecting = new TcpClient { NoDelay = true };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(settings.Timeout);
        try
        {
            await connecting.ConnectAsync(settings.Server!, settings.PortInUse, patience.Token);
            return new SmtpWire(connecting);
        }
        catch (Exception problem) when (problem is SocketException or OperationCanceledException)
        {
            connecting.Dispose();
            var why = problem is SocketException socket
                ? socket.SocketErrorCode.ToString()
                : "no answer in time";
            throw new SmtpException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The mail server {settings.Server} cannot be reached on port {settings.PortInUse} ({why})."
                )
            );
        }
    }

    /// <summary>Encrypts the connection from here on.</summary>
    public async Task EncryptAsync(
        SmtpSettings settings,
        X509Certificate2Collection? authorities,
        CancellationToken cancellationToken
    )
    {
        // What came in the clear after the answer to STARTTLS was not said by the server alone (CVE-2011-0411 and its like).
        if (HasSpoken)
        {
            throw new SmtpException(
                settings.Protection == SmtpSecurity.ImplicitTls
                    ? NotEncrypted
                    : "The mail server said something more before the connection was encrypted. Somebody may stand between.",
                isOurs: true
            );
        }

        string? fault = null;
        var encrypted = new SslStream(stream, leaveInnerStreamOpen: false);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = settings.Server,
            // Older versions are broken; the system decides everything else.
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = SmtpAuthorities.Policy(settings, authorities),
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            {
                fault = SmtpAuthorities.Fault(settings.Server!, certificate, chain, errors);
                return fault is null;
            },
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(settings.Timeout);
        try
        {
            await encrypted.AuthenticateAsClientAsync(options, patience.Token);
            (stream, IsEncrypted) = (encrypted, true);
        }
        catch (Exception problem)
            when (problem
                    is AuthenticationException
                        or IOException
                        or SocketException
                        or OperationCanceledException
            )
        {
            await encrypted.DisposeAsync();
            throw new SmtpException(
                fault ?? NotEncrypted,
                isOurs: fault is not null || problem is AuthenticationException
            );
        }
    }

    /// <summary>Sends a line and reads the reply.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="what">What it asks, to name it when something goes wrong: never the line itself.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<SmtpReply> AskAsync(
        string line,
        string what,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        await SendAsync(Encoding.UTF8.GetBytes($"{line}\r\n"), what, patience, cancellationToken);
        return await ReplyAsync(what, patience, cancellationToken);
    }

    /// <summary>Sends bytes. When this throws, not all of them went out.</summary>
    public Task SendAsync(
        ReadOnlyMemory<byte> bytes,
        string what,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) =>
        InTimeAsync(
            async stop =>
            {
                await stream.WriteAsync(bytes, stop);
                await stream.FlushAsync(stop);
                return true;
            },
            what,
            patience,
            cancellationToken
        );

    /// <summary>Reads a reply with all its lines.</summary>
    public Task<SmtpReply> ReplyAsync(
        string what,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) => InTimeAsync(stop => ReplyAsync(what, stop), what, patience, cancellationToken);

    /// <summary>Closes it at once.</summary>
    public void Close() => client.Dispose();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            await stream.DisposeAsync();
        }
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            // Saying goodbye to somebody who has gone: nothing is lost.
        }

        client.Dispose();
    }

    private const string NotEncrypted =
        "The connection to the mail server could not be encrypted with TLS 1.2 or newer. Look at Portal:Mail:Security and Portal:Mail:Port: port 465 wants ImplicitTls, port 587 StartTls.";

    private async Task<SmtpReply> ReplyAsync(string what, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var code = 0;
        while (lines.Count < SmtpReply.MostLines)
        {
            var line = SmtpReply.Line(await LineAsync(what, cancellationToken));
            if (line is not { } read || (lines.Count > 0 && read.Code != code))
            {
                throw new SmtpException($"What answered {what} is no mail server.");
            }

            code = read.Code;
            lines.Add(read.Text);
            if (read.IsLast)
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new SmtpException($"The mail server's answer to {what} does not end.");
    }

    private async Task<string> LineAsync(string what, CancellationToken cancellationToken)
    {
        while (true)
        {
            var end = buffer.AsSpan(from, to - from).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Encoding.UTF8.GetString(buffer, from, end);
                from += end + 1;
                return line.EndsWith('\r') ? line[..^1] : line;
            }

            if (from > 0)
            {
                buffer.AsSpan(from, to - from).CopyTo(buffer);
                (from, to) = (0, to - from);
            }

            if (to == buffer.Length)
            {
                throw new SmtpException(
                    $"The mail server's answer to {what} has a line without end."
                );
            }

            var read = await stream.ReadAsync(buffer.AsMemory(to), cancellationToken);
            to += read > 0 ? read : throw new SmtpException($"The mail server hung up at {what}.");
        }
    }

    private static async Task<T> InTimeAsync<T>(
        Func<CancellationToken, Task<T>> work,
        string what,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(patience);
        try
        {
            return await work(inTime.Token);
        }
        catch (OperationCanceledException)
        {
            throw new SmtpException(
                cancellationToken.IsCancellationRequested
                    ? $"The portal stopped waiting for the mail server at {what}: it took too long in all."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"The mail server did not answer {what} within {patience.TotalSeconds:0.#} seconds."
                    )
            );
        }
        catch (Exception problem)
            when (problem is IOException or SocketException or ObjectDisposedException)
        {
            throw new SmtpException($"The connection to the mail server broke at {what}.");
        }
    }
}

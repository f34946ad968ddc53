using System.Security.Cryptography.X509Certificates;

namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>
/// Hands mails to a server by SMTP (RFC 5321), several over one connection. It says for each what is known: taken, surely not
/// taken, or that nobody knows, because the connection broke between the end of the mail and the server's answer.
/// </summary>
public sealed partial class SmtpMailDelivery : IMailDelivery, IAsyncDisposable, IDisposable
{
    // With the wait for the answer it stays below the time after which the outbox gives a hand-over up.
    private static readonly TimeSpan LongestBefore = TimeSpan.FromSeconds(90);

    private readonly SmtpSettings settings;
    private readonly ILogger logger;
    private readonly X509Certificate2Collection? authorities;
    private readonly ITimer idle;
    private SmtpSession? kept;
    private Pause? pause;
    private volatile bool isDisposed;

    /// <summary>Makes one.</summary>
    /// <exception cref="Data.PortalStartException">The file of authorities cannot be read.</exception>
    public SmtpMailDelivery(SmtpSettings settings, ILogger<SmtpMailDelivery> logger)
    {
        this.settings = settings;
        this.logger = logger;
        authorities = SmtpAuthorities.Read(settings);
        // The world's time, not the portal's clock, which can be moved.
        idle = TimeProvider.System.CreateTimer(
            _ => _ = CloseKeptAsync(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <inheritdoc />
    public async Task<MailHandOver> HandOverAsync(
        MailMessage message,
        CancellationToken cancellationToken
    )
    {
        if (!MimeMail.IsAddress(message.To.Address))
        {
            return MailHandOver.NoAddress;
        }

        var bytes = MimeMail.Write(message);
        using var before = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        before.CancelAfter(LongestBefore);
        SmtpSession session;
        try
        {
            session = await TakeAsync(before.Token);
        }
        catch (SmtpException problem)
        {
            return new MailHandOver(MailOutcome.TryLater, problem.Message);
        }

        try
        {
            var (handOver, isOurs) = await new SmtpHandOver(session, settings).RunAsync(
                message,
                bytes,
                before.Token
            );
            Log(handOver, isOurs);
            return handOver;
        }
        catch
        {
            session.IsBroken = true;
            throw;
        }
        finally
        {
            await PutBackAsync(session);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        await idle.DisposeAsync();
        await CloseKeptAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        isDisposed = true;
        idle.Dispose();
        // The connection closes without a goodbye, which no server minds.
        var session = Interlocked.Exchange(ref kept, null);
        session?.Wire.Close();
    }

    private async Task<SmtpSession> TakeAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref kept, null) is { } session)
        {
            // It is asked before the mail begins: a connection that died meanwhile leaves nothing uncertain. And one that had its
            // mails is only left now, so that no goodbye stands between a mail that was taken and the word that it was.
            if (session.Mails < settings.MailsPerConnection)
            {
                if (await session.ResetAsync(cancellationToken))
                {
                    return session;
                }

                session.IsBroken = true;
            }

            await session.DisposeAsync();
        }

        // A server that is away is not asked for each of ten thousand mails.
        if (Volatile.Read(ref pause) is { } now && now.Until > Environment.TickCount64)
        {
            throw new SmtpException(now.Problem);
        }

        try
        {
            var opened = await SmtpSession.OpenAsync(settings, authorities, cancellationToken);
            Volatile.Write(ref pause, null);
            return opened;
        }
        catch (SmtpException problem)
        {
            var until = Environment.TickCount64 + (long)settings.Pause.TotalMilliseconds;
            Volatile.Write(ref pause, new Pause(until, problem.Message));
            Log(new MailHandOver(MailOutcome.TryLater, problem.Message), problem.IsOurs);
            throw;
        }
    }

    // One connection is kept. Who delivers at the same time has another, which ends with its mail.
    private async Task PutBackAsync(SmtpSession session)
    {
        if (
            session.IsBroken
            || isDisposed
            || Interlocked.CompareExchange(ref kept, session, null) is not null
        )
        {
            await session.DisposeAsync();
            return;
        }

        idle.Change(settings.Idle, Timeout.InfiniteTimeSpan);
        if (isDisposed)
        {
            await CloseKeptAsync();
        }
    }

    private async Task CloseKeptAsync()
    {
        if (Interlocked.Exchange(ref kept, null) is { } session)
        {
            await session.DisposeAsync();
        }
    }

    // What was refused is kept with the mail, for HR: an address has no place in a log.
    private void Log(MailHandOver handOver, bool isOurs)
    {
        if (isOurs)
        {
            LogOurs(logger, handOver.Problem);
        }
        else if (handOver.Outcome is MailOutcome.TryLater or MailOutcome.Uncertain)
        {
            LogProblem(logger, handOver.Outcome, handOver.Problem);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "No mail goes out until somebody looks at the mail server's settings or account: {Problem}"
    )]
    private static partial void LogOurs(ILogger logger, string problem);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A mail was not handed over ({Outcome}): {Problem}"
    )]
    private static partial void LogProblem(ILogger logger, MailOutcome outcome, string problem);

    private sealed record Pause(long Until, string Problem);
}

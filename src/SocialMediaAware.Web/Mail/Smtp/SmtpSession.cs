using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>A conversation with the mail server that is ready for mails: greeted, encrypted and signed in as the settings say.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestReset = TimeSpan.FromSeconds(10);

    private readonly SmtpSettings settings;

    private SmtpSession(SmtpWire wire, SmtpSettings settings, IReadOnlyList<string> secrets) =>
        (Wire, this.settings, Secrets) = (wire, settings, secrets);

    /// <summary>The connection.</summary>
    public SmtpWire Wire { get; }

    /// <summary>What the server offers.</summary>
    public SmtpCapabilities Offers { get; private set; } = SmtpCapabilities.None;

    /// <summary>What must not stand in any word about this conversation.</summary>
    public IReadOnlyList<string> Secrets { get; }

    /// <summary>How many mails were begun.</summary>
    public int Mails { get; set; }

    /// <summary>Whether the connection is of no more use.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Begins one.</summary>
    /// <exception cref="SmtpException">The server cannot be reached, is not what it should be, or does not let the portal in.</exception>
    public static async Task<SmtpSession> OpenAsync(
        SmtpSettings settings,
        X509Certificate2Collection? authorities,
        CancellationToken cancellationToken
    )
    {
        var secret = await SmtpSecret.ReadAsync(settings, cancellationToken);
        var wire = await SmtpWire.ConnectAsync(settings, cancellationToken);
        var session = new SmtpSession(
            wire,
            settings,
            secret is null ? [] : [.. secret.Spellings(settings.User!)]
        );
        try
        {
            if (settings.Protection == SmtpSecurity.ImplicitTls)
            {
                await wire.EncryptAsync(settings, authorities, cancellationToken);
            }

            await session.BeGreetedAsync(cancellationToken);
            await session.GreetAsync(cancellationToken);
            await session.ProtectAsync(authorities, cancellationToken);
            if (secret is not null)
            {
                await SmtpLogin.RunAsync(session, settings, secret, cancellationToken);
            }

            return session;
        }
        catch
        {
            await wire.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a line and reads the reply.</summary>
    public Task<SmtpReply> AskAsync(
        string line,
        string what,
        CancellationToken cancellationToken
    ) => Wire.AskAsync(line, what, settings.Timeout, cancellationToken);

    /// <summary>Makes sure, before a mail begins, that a kept connection still lives.</summary>
    /// <returns>Whether it does.</returns>
    public async Task<bool> ResetAsync(CancellationToken cancellationToken)
    {
        if (IsBroken || Wire.HasSpoken)
        {
            return false;
        }

        try
        {
            var patience = settings.Timeout < LongestReset ? settings.Timeout : LongestReset;
            return (await Wire.AskAsync("RSET", "RSET", patience, cancellationToken)).IsGood;
        }
        catch (SmtpException)
        {
            // Nothing was begun, so nothing is lost: the caller opens another.
            return false;
        }
    }

    /// <summary>Says goodbye, where the connection still lives, and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!IsBroken)
        {
            IsBroken = true;
            try
            {
                await Wire.AskAsync("QUIT", "QUIT", LongestGoodbye, CancellationToken.None);
            }
            catch (SmtpException)
            {
                // It has gone without a goodbye. What was sent over it was answered before.
            }
        }

        await Wire.DisposeAsync();
    }

    /// <summary>The problem that a refusal is.</summary>
    public SmtpException Refusal(string what, SmtpReply reply, bool isOurs) =>
        new($"The mail server answered {what} with: {SmtpWords.Of(reply, Secrets)}", isOurs);

    private async Task BeGreetedAsync(CancellationToken cancellationToken)
    {
        const string what = "the connection";
        var reply = await Wire.ReplyAsync(what, settings.Timeout, cancellationToken);
        if (reply.Code != 220)
        {
            throw Refusal(what, reply, isOurs: reply.IsForGood);
        }
    }

    private async Task GreetAsync(CancellationToken cancellationToken)
    {
        var name = NameOf(settings, Wire.LocalAddress);
        var reply = await AskAsync($"EHLO {name}", "EHLO", cancellationToken);
        if (reply.IsGood)
        {
            Offers = SmtpCapabilities.Of(reply.Lines.Skip(1));
            return;
        }

        Offers = SmtpCapabilities.None;
        // A server that does not know EHLO knows none of its offers either (RFC 5321 section 3.2).
        var old = reply.IsForGood
            ? await AskAsync($"HELO {name}", "HELO", cancellationToken)
            : reply;
        if (!old.IsGood)
        {
            throw Refusal("EHLO", old, isOurs: old.IsForGood);
        }
    }

    private async Task ProtectAsync(
        X509Certificate2Collection? authorities,
        CancellationToken cancellationToken
    )
    {
        if (Wire.IsEncrypted || settings.Protection == SmtpSecurity.None)
        {
            return;
        }

        if (Offers.StartTls)
        {
            var reply = await AskAsync("STARTTLS", "STARTTLS", cancellationToken);
            if (reply.Code != 220)
            {
                throw Refusal("STARTTLS", reply, isOurs: reply.IsForGood);
            }

            await Wire.EncryptAsync(settings, authorities, cancellationToken);
            // What was offered in the clear may have been said by anybody.
            await GreetAsync(cancellationToken);
        }
        else if (settings.Protection == SmtpSecurity.StartTls)
        {
            throw new SmtpException(
                $"The mail server {settings.Server} does not offer STARTTLS, so nothing was sent. Ask for it there, or look at {MailSettings.Section}:{nameof(SmtpSettings.Security)}.",
                isOurs: true
            );
        }
    }

    // A machine without a full name gives its address (RFC 5321 section 4.1.3).
    private static string NameOf(SmtpSettings settings, IPAddress address)
    {
        if (!string.IsNullOrEmpty(settings.Hello))
        {
            return settings.Hello;
        }

        var name = Dns.GetHostName();
        return name.Contains('.', StringComparison.Ordinal)
            && SmtpSettingsCheck.HelloName().IsMatch(name)
                ? name
            : address.AddressFamily == AddressFamily.InterNetworkV6
                ? $"[IPv6:{address.ToString().Split('%')[0]}]"
            : $"[{address}]";
    }
}

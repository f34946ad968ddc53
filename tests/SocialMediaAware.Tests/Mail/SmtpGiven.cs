using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SocialMediaAware.Tests.Mail.Servers;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Mail.Smtp;

namespace SocialMediaAware.Tests.Mail;

/// <summary>Mails, settings and deliveries for the tests of the mail server.</summary>
internal static class SmtpGiven
{
    public const string Reader = "hemi@agency.example";

    private static readonly DateTimeOffset Date = new(2027, 2, 1, 20, 5, 9, TimeSpan.Zero);

    public static MailMessage Mail(string to = Reader, string text = "Kia ora Hēmi") =>
        new(
            $"{Guid.NewGuid():N}@agency.example",
            new MailParty("Social Media Aware", "portal@agency.example"),
            new MailParty("Hēmi Tūwhare", to),
            Date,
            new MailContent("Getting started is due today", text, $"<p>{text}</p>")
        );

    /// <summary>Settings for a listener in the clear, with patience for a machine that is busy.</summary>
    public static SmtpSettings To(SinkListener listener) =>
        new()
        {
            Server = "localhost",
            Port = listener.Port,
            Security = nameof(SmtpSecurity.None),
            Hello = "portal.agency.example",
            PauseSeconds = 0,
        };

    /// <summary>Settings for a listener with STARTTLS.</summary>
    public static SmtpSettings To(SinkListener listener, TestCertificates certificates)
    {
        var settings = To(listener);
        settings.Security = nameof(SmtpSecurity.StartTls);
        settings.CertificateAuthorityFile = certificates.AuthorityFile;
        return settings;
    }

    /// <summary>Hands one mail over by a delivery that lives as long.</summary>
    public static async Task<(MailHandOver HandOver, IReadOnlyList<LogLevel> Logged)> SendAsync(
        SmtpSettings settings,
        MailMessage? mail = null
    )
    {
        var log = new HeardLog();
        await using var delivery = new SmtpMailDelivery(settings, log);
        var handOver = await delivery.HandOverAsync(mail ?? Mail(), CancellationToken.None);
        return (handOver, [.. log.Levels]);
    }

    public static SmtpMailDelivery Delivery(SmtpSettings settings) => new(settings, new HeardLog());

    private sealed class HeardLog : ILogger<SmtpMailDelivery>
    {
        public ConcurrentQueue<LogLevel> Levels { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Levels.Enqueue(logLevel);
    }
}

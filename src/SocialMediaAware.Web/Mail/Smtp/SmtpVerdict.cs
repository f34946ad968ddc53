namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>How far the hand-over of a mail is.</summary>
public enum SmtpStage
{
    /// <summary>MAIL FROM: who it comes from.</summary>
    Sender,

    /// <summary>RCPT TO: who gets it.</summary>
    Recipient,

    /// <summary>DATA: that it comes now.</summary>
    Data,

    /// <summary>The whole mail has gone out, with the dot at its end.</summary>
    Whole,
}

/// <summary>
/// What a server's no means. A mail is refused for good only when it or its reader's address is the reason: that the server does
/// not let the portal in, or not send, says nothing about the mail, and would otherwise cross out every address there is.
/// </summary>
/// <param name="Outcome">What comes of the mail.</param>
/// <param name="IsAddressRefused">Whether the reader's address is the reason.</param>
/// <param name="IsOurs">Whether somebody must change a setting or an account before mail goes out again.</param>
public readonly record struct SmtpVerdict(
    MailOutcome Outcome,
    bool IsAddressRefused = false,
    bool IsOurs = false
)
{
    private static readonly SmtpVerdict Ours = new(MailOutcome.TryLater, IsOurs: true);
    private static readonly SmtpVerdict Address = new(MailOutcome.Refused, IsAddressRefused: true);
    private static readonly SmtpVerdict Message = new(MailOutcome.Refused);

    // The server wants a login or another one, or did not understand us (RFC 4954 section 6, RFC 5321 section 4.2.2).
    private static readonly HashSet<int> LoginOrProtocol =
    [
        500,
        502,
        503,
        504,
        530,
        534,
        535,
        538,
        555,
    ];

    // RFC 3463: the protocol (5.5.1, 5.5.2, 5.5.4), the sender's address (5.1.7, 5.1.8). Exchange refuses one that the account may
    // not send as with 5.7.60 or 5.2.252.
    private static readonly HashSet<string> OursAnyway =
    [
        "5.5.1",
        "5.5.2",
        "5.5.4",
        "5.1.7",
        "5.1.8",
        "5.7.60",
        "5.2.252",
    ];

    /// <summary>What a reply means at a stage.</summary>
    public static SmtpVerdict Of(SmtpStage stage, SmtpReply reply)
    {
        if (stage == SmtpStage.Whole && reply.IsGood)
        {
            return new SmtpVerdict(MailOutcome.Delivered);
        }

        if (!reply.IsForGood)
        {
            return new SmtpVerdict(
                reply.IsForNow || stage != SmtpStage.Whole
                    ? MailOutcome.TryLater
                    : MailOutcome.Uncertain
            );
        }

        if (LoginOrProtocol.Contains(reply.Code) || OursAnyway.Contains(reply.Enhanced))
        {
            return Ours;
        }

        return stage switch
        {
            SmtpStage.Sender => IsAboutTheMail(reply) ? Message : Ours,
            SmtpStage.Recipient => OfRecipient(reply),
            _ => IsAddress(reply.Enhanced) ? Address : Message,
        };
    }

    private static SmtpVerdict OfRecipient(SmtpReply reply)
    {
        // "Relaying denied" is about the portal's rights (5.7), and some servers say it without a code of its own.
        if (
            reply.Enhanced.StartsWith("5.7.", StringComparison.Ordinal)
            || (
                reply.Enhanced.Length == 0
                && (Says(reply, "relay") || Says(reply, "authenti") || Says(reply, "log in"))
            )
        )
        {
            return Ours;
        }

        // A full mailbox (5.2.2, 552), one that takes no mail so large (5.2.3), or a system in trouble (5.3) may take the next mail.
        return
            reply.Enhanced is "5.2.2" or "5.2.3"
            || reply.Enhanced.StartsWith("5.3.", StringComparison.Ordinal)
            || (reply.Enhanced.Length == 0 && reply.Code == 552)
            ? Message
            : Address;
    }

    // The reader's address (5.1), or their mailbox is switched off (5.2.1).
    private static bool IsAddress(string enhanced) =>
        enhanced == "5.2.1" || enhanced.StartsWith("5.1.", StringComparison.Ordinal);

    // It is too large, or cannot be carried as it is (5.6).
    private static bool IsAboutTheMail(SmtpReply reply) =>
        reply.Code == 552
        || reply.Enhanced == "5.3.4"
        || reply.Enhanced.StartsWith("5.6.", StringComparison.Ordinal);

    private static bool Says(SmtpReply reply, string word) =>
        reply.Text.Contains(word, StringComparison.OrdinalIgnoreCase);
}

using System.Globalization;
using System.Text;

namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>
/// Hands one mail over in a conversation. Until the dot at its end has gone out as a whole, the server cannot have taken it; from
/// then on only its answer tells.
/// </summary>
internal sealed class SmtpHandOver(SmtpSession session, SmtpSettings settings)
{
    private static readonly byte[] End = ".\r\n"u8.ToArray();

    /// <summary>Hands it over. It never throws for a mail: it says what came of it.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="bytes">The mail as it travels.</param>
    /// <param name="before">Ends everything up to the dot; not the wait for the answer to the whole mail.</param>
    public async Task<(MailHandOver HandOver, bool IsOurs)> RunAsync(
        MailMessage message,
        byte[] bytes,
        CancellationToken before
    )
    {
        session.Mails++;
        if (CannotCarry(message, bytes) is { } refused)
        {
            return (refused, false);
        }

        try
        {
            if (await AnnounceAsync(message, bytes, before) is { } no)
            {
                return no;
            }

            await session.Wire.SendAsync(
                DotStuffing.Of(bytes),
                "the text of the mail",
                settings.Timeout,
                before
            );
            if (session.Wire.HasSpoken)
            {
                return await InterruptedAsync(message, before);
            }

            await session.Wire.SendAsync(End, "the end of the mail", settings.Timeout, before);
        }
        catch (SmtpException problem)
        {
            session.IsBroken = true;
            return (new MailHandOver(MailOutcome.TryLater, problem.Message), problem.IsOurs);
        }

        return await AnswerAsync(message);
    }

    private MailHandOver? CannotCarry(MailMessage message, byte[] bytes)
    {
        if (MimeMail.NeedsUtf8(message) && !(session.Offers.Utf8 && session.Offers.EightBit))
        {
            return new MailHandOver(
                MailOutcome.Refused,
                "The mail server takes no address with letters beyond a to z (it does not offer SMTPUTF8).",
                IsAddressRefused: true
            );
        }

        return session.Offers.LargestMail > 0 && bytes.LongLength > session.Offers.LargestMail
            ? new MailHandOver(
                MailOutcome.Refused,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The mail is larger than the mail server takes: {bytes.LongLength} bytes, and it takes {session.Offers.LargestMail}."
                )
            )
            : null;
    }

    // Everything before the text of the mail.
    private async Task<(MailHandOver, bool)?> AnnounceAsync(
        MailMessage message,
        byte[] bytes,
        CancellationToken cancellationToken
    )
    {
        var needsUtf8 = MimeMail.NeedsUtf8(message);
        var from = new StringBuilder($"MAIL FROM:<{MailAddress.Travelling(message.From.Address)}>");
        if (session.Offers.Size)
        {
            from.Append(CultureInfo.InvariantCulture, $" SIZE={bytes.LongLength}");
        }

        if (needsUtf8)
        {
            from.Append(" BODY=8BITMIME SMTPUTF8");
        }

        (string Line, string What, SmtpStage Stage)[] steps =
        [
            (from.ToString(), "MAIL FROM", SmtpStage.Sender),
            (
                $"RCPT TO:<{MailAddress.Travelling(message.To.Address)}>",
                "RCPT TO",
                SmtpStage.Recipient
            ),
            ("DATA", "DATA", SmtpStage.Data),
        ];
        foreach (var (line, what, stage) in steps)
        {
            var reply = await session.AskAsync(line, what, cancellationToken);
            if (stage == SmtpStage.Data ? reply.Code != 354 : !reply.IsGood)
            {
                return Judge(stage, what, reply, message);
            }
        }

        return null;
    }

    // The server spoke or hung up before it had the whole mail. Without the dot it cannot have taken it, whatever it says.
    private async Task<(MailHandOver, bool)> InterruptedAsync(
        MailMessage message,
        CancellationToken cancellationToken
    )
    {
        const string what = "the text of the mail";
        session.IsBroken = true;
        var reply = await session.Wire.ReplyAsync(what, settings.Timeout, cancellationToken);
        return reply.IsForGood
            ? Judge(SmtpStage.Data, what, reply, message)
            : (new MailHandOver(MailOutcome.TryLater, Sentence(what, reply, message)), false);
    }

    private async Task<(MailHandOver, bool)> AnswerAsync(MailMessage message)
    {
        const string what = "the whole mail";
        try
        {
            var reply = await session.Wire.ReplyAsync(
                what,
                settings.TimeoutAfterMail,
                // Nobody may stop here: the mail may be in the server's hands.
                CancellationToken.None
            );
            return Judge(SmtpStage.Whole, what, reply, message);
        }
        catch (SmtpException problem)
        {
            session.IsBroken = true;
            return (
                new MailHandOver(
                    MailOutcome.Uncertain,
                    $"{problem.Message} It may or may not have taken it."
                ),
                problem.IsOurs
            );
        }
    }

    private (MailHandOver, bool) Judge(
        SmtpStage stage,
        string what,
        SmtpReply reply,
        MailMessage message
    )
    {
        var verdict = SmtpVerdict.Of(stage, reply);
        if (verdict.Outcome == MailOutcome.Delivered)
        {
            return (MailHandOver.Delivered, false);
        }

        // After an answer that fits no question nobody knows where the two are in their conversation.
        session.IsBroken |=
            reply.Code == SmtpReply.GoesAway || reply is { IsForNow: false, IsForGood: false };
        return (
            new MailHandOver(
                verdict.Outcome,
                Sentence(what, reply, message),
                verdict.IsAddressRefused
            ),
            verdict.IsOurs
        );
    }

    private string Sentence(string what, SmtpReply reply, MailMessage message) =>
        $"The mail server answered {what} with: {SmtpWords.Of(reply, session.Secrets, message.Content.Subject, message.Content.Text, message.Content.Html)}";
}

using SocialMediaAware.Web.Mail.Smtp;

namespace SocialMediaAware.Tests.Mail;

public sealed class SmtpWordsTests
{
    private const string Link = "https://portal.example/accounts/reset/QUJDREVGR0hJSktMTU5PUFFS";

    [Fact]
    public void Words_OfAReplyThatQuotesTheMail_LeaveTheQuoteOut()
    {
        var reply = Reply(554, "5.7.1 Refused: 'Use this link: ", $"{Link[..50]}' looks like spam");

        var words = SmtpWords.Of(reply, [], "Reset", $"Kia ora\r\n\r\nUse this link: {Link}\r\n");

        Assert.Equal("554 5.7.1 Refused: '…' looks like spam", words);
    }

    [Fact]
    public void Words_OfAReplyWithControlCharacters_AreOneShortLine()
    {
        var reply = Reply(550, "5.1.1 no\u001b[31m\u0085\u202eone", new string('x', 5000));

        var words = SmtpWords.Of(reply, []);

        Assert.StartsWith("550 5.1.1 no [31m one xxx", words, StringComparison.Ordinal);
        Assert.Equal(SmtpWords.Length + 4, words.Length);
    }

    [Fact]
    public void Words_WhenTheyAreCut_EndWithAWholeLetter()
    {
        var words = SmtpWords.Of(Reply(550, new string('x', SmtpWords.Length - 2), "🌿🌿🌿"), []);

        Assert.DoesNotContain(words, char.IsSurrogate);
        Assert.EndsWith("…", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("550 5.1.1 No", "5.1.1")]
    [InlineData("550 5.1.1", "5.1.1")]
    [InlineData("550 4.1.1 No", "")]
    [InlineData("550 5.1", "")]
    [InlineData("550 No", "")]
    [InlineData("450 4.2.2 Full", "4.2.2")]
    public void Reply_WithAnEnhancedCode_IsReadWhereItFits(string line, string enhanced)
    {
        var read = SmtpReply.Line(line);

        Assert.Equal(enhanced, Reply(read!.Value.Code, read.Value.Text).Enhanced);
    }

    // The same words mean different things at different stages; a server without codes of its own is read by what it says.
    [Theory]
    [InlineData(SmtpStage.Recipient, "550 5.7.1 Unable to relay", false, true)]
    [InlineData(SmtpStage.Recipient, "550 relaying denied", false, true)]
    [InlineData(SmtpStage.Recipient, "550 Authentication is required to send mail", false, true)]
    [InlineData(SmtpStage.Recipient, "550 5.1.1 <relay@agency.example> not found", true, false)]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.4.1 Recipient address rejected: Access denied",
        true,
        false
    )]
    [InlineData(SmtpStage.Recipient, "553 5.1.3 Bad address", true, false)]
    [InlineData(SmtpStage.Recipient, "503 5.5.1 Bad sequence", false, true)]
    [InlineData(SmtpStage.Recipient, "554 5.3.0 Trouble", false, false)]
    [InlineData(SmtpStage.Recipient, "552 Over quota", false, false)]
    [InlineData(SmtpStage.Sender, "550 5.7.1 Not allowed", false, true)]
    [InlineData(SmtpStage.Sender, "552 Too large", false, false)]
    [InlineData(
        SmtpStage.Whole,
        "550 5.7.60 Client does not have permissions to send as",
        false,
        true
    )]
    [InlineData(SmtpStage.Whole, "552 5.2.3 Too large", false, false)]
    [InlineData(SmtpStage.Whole, "550 5.1.10 Recipient not found", true, false)]
    public void Refusal_AtAStage_IsTheAddressOrThePortalOrTheMail(
        SmtpStage stage,
        string line,
        bool isAddress,
        bool isOurs
    )
    {
        var read = SmtpReply.Line(line)!.Value;

        var verdict = SmtpVerdict.Of(stage, Reply(read.Code, read.Text));

        Assert.Equal((isAddress, isOurs), (verdict.IsAddressRefused, verdict.IsOurs));
        Assert.Equal(
            isOurs ? Web.Mail.MailOutcome.TryLater : Web.Mail.MailOutcome.Refused,
            verdict.Outcome
        );
    }

    private static SmtpReply Reply(int code, params string[] lines) => new(code, lines);
}

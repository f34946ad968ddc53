using System.Text;
using SocialMediaAware.Tests.Mail.Servers;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Tests.Mail;

/// <summary>Addresses of any script, and how large a mail may be: what goes depends on what the server offers.</summary>
public sealed class SmtpAddressTests(MailSink sink) : IClassFixture<MailSink>
{
    private const string Beyond = "tūī@wānanga.example";

    [Fact]
    public async Task Mail_ToAnAddressBeyondAscii_GoesWhereTheServerTakesThem()
    {
        var listener = await sink.ListenAsync();
        var mail = SmtpGiven.Mail(Beyond);

        var (handOver, _) = await SmtpGiven.SendAsync(SmtpGiven.To(listener), mail);

        Assert.Equal(MailHandOver.Delivered, handOver);
        var taken = Assert.Single(listener.Mails);
        Assert.Equal(["tūī@xn--wnanga-3za.example"], taken.To);
        Assert.Contains("BODY=8BITMIME", taken.Options);
        Assert.Contains("SMTPUTF8", taken.Options);
        Assert.Contains(
            " <tūī@xn--wnanga-3za.example>\r\n",
            Encoding.UTF8.GetString(taken.Content),
            StringComparison.Ordinal
        );
        Assert.Equal(MimeMail.Write(mail), taken.Content);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public async Task Mail_ToAnAddressBeyondAscii_IsRefusedWhereTheServerTakesNone(
        bool utf8,
        bool eightBit
    )
    {
        var listener = await sink.ListenAsync(new SinkOptions { Utf8 = utf8, EightBit = eightBit });

        var (handOver, _) = await SmtpGiven.SendAsync(
            SmtpGiven.To(listener),
            SmtpGiven.Mail(Beyond)
        );

        Assert.Equal(
            new MailHandOver(
                MailOutcome.Refused,
                "The mail server takes no address with letters beyond a to z (it does not offer SMTPUTF8).",
                IsAddressRefused: true
            ),
            handOver
        );
        Assert.Empty(listener.Mails);
    }

    [Fact]
    public async Task Mail_ToAPlainNameAtADomainBeyondAscii_GoesToEveryServer()
    {
        var listener = await sink.ListenAsync(new SinkOptions { Utf8 = false, EightBit = false });

        var (handOver, _) = await SmtpGiven.SendAsync(
            SmtpGiven.To(listener),
            SmtpGiven.Mail("hemi@wānanga.example")
        );

        Assert.Equal(MailHandOver.Delivered, handOver);
        var taken = Assert.Single(listener.Mails);
        Assert.Equal(["hemi@xn--wnanga-3za.example"], taken.To);
        Assert.DoesNotContain("SMTPUTF8", taken.Options);
    }

    [Theory]
    [InlineData(2000, false)]
    [InlineData(0, true)]
    public async Task Mail_LargerThanTheServerTakes_IsRefusedBeforeItGoes(int size, bool isTaken)
    {
        var listener = await sink.ListenAsync(new SinkOptions { Size = size });

        var (handOver, _) = await SmtpGiven.SendAsync(
            SmtpGiven.To(listener),
            SmtpGiven.Mail(text: new string('a', 3000))
        );

        Assert.Equal(isTaken ? MailOutcome.Delivered : MailOutcome.Refused, handOver.Outcome);
        Assert.False(handOver.IsAddressRefused);
        Assert.Equal(isTaken ? 1 : 0, listener.Mails.Count);
    }

    [Theory]
    [InlineData("tāne@c.example")]
    [InlineData("TŪĪ+work@xn--wnanga-3za.example")]
    [InlineData("用户@例子.example")]
    [InlineData("a.b'c-d_e@c-d.example")]
    public void Address_OfAnyScript_IsOne(string address) =>
        Assert.True(MimeMail.IsAddress(address));

    [Theory]
    [InlineData("tā ne@c.example")]
    [InlineData("tāne\u200b@c.example")]
    [InlineData("tāne\u202e@c.example")]
    [InlineData("tāne\u00a0@c.example")]
    [InlineData("tāne\u2028@c.example")]
    [InlineData("tāne\u0085@c.example")]
    [InlineData("t\ud800ne@c.example")]
    [InlineData("tāne@ā_b.example")]
    [InlineData("tāne@-ā.example")]
    [InlineData("tāne,b@c.example")]
    [InlineData("tāne\r\nRCPT TO:<b@c.example>@c.example")]
    [InlineData("“tāne”\0@c.example")]
    [InlineData("@c.example")]
    [InlineData("tāne@")]
    [InlineData(null)]
    public void Address_ThatHidesSomething_IsNone(string? address) =>
        Assert.False(MimeMail.IsAddress(address));

    [Fact]
    public void Address_ThatIsTooLong_IsNone()
    {
        Assert.True(MimeMail.IsAddress($"{new string('a', 64)}@c.example"));
        Assert.False(MimeMail.IsAddress($"{new string('a', 65)}@c.example"));
        Assert.False(MimeMail.IsAddress($"{new string('ā', 33)}@c.example"));
        Assert.False(
            MimeMail.IsAddress($"a@{string.Join('.', Enumerable.Repeat(new string('b', 60), 5))}")
        );
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Tests.Mail;

public sealed class MimeMailTests
{
    private static readonly DateTimeOffset Date = new(2027, 2, 1, 20, 5, 9, TimeSpan.Zero);

    [Theory]
    [InlineData("Hēmi Tūwhare", "Getting started is due today")]
    [InlineData("O'Neill, \"Bob\" \\ Sons", "Plain")]
    [InlineData("=?utf-8?B?QQ==?=", "=?utf-8?Q?trick?=")]
    [InlineData("", "He aha te mea nui o te ao? He tāngata, he tāngata, he tāngata — 他 🌿🌿🌿")]
    [InlineData("A", "")]
    public void Mail_ReadBack_SaysWhatWasWritten(string name, string subject)
    {
        const string text = "Kia ora Hēmi,\n\n.a line with a dot\n\nĀ tētahi wā.";
        var mail = Read(Message(name, subject, text, "<p>Tēnā koe</p>"));

        Assert.Equal(subject, mail.Words("Subject"));
        Assert.Equal(
            name.Length == 0 ? "<hemi@agency.example>" : $"{name} <hemi@agency.example>",
            mail.Mailbox("To")
        );
        Assert.Equal("Social Media Aware <portal@agency.example>", mail.Mailbox("From"));
        Assert.Equal("<key@agency.example>", mail.Headers["Message-ID"]);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal("1.0", mail.Headers["MIME-Version"]);
        Assert.Equal("Mon, 01 Feb 2027 20:05:09 +0000", mail.Headers["Date"]);
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], mail.Types);
        Assert.Equal(text.ReplaceLineEndings("\r\n"), mail.Bodies[0]);
        Assert.Contains("<p>Tēnā koe</p>", mail.Bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_WhateverItSays_IsMadeOfShortLinesOfAscii()
    {
        var long_ = string.Concat(Enumerable.Repeat("wāhi🌿", 400));
        var bytes = MimeMail.Write(Message(long_[..200], long_[..300], long_, long_));

        Assert.All(bytes, letter => Assert.True(letter is >= 32 and < 127 or 13 or 10));
        var text = Encoding.ASCII.GetString(bytes);
        Assert.Equal(text.Count(letter => letter == '\n'), Regex.Count(text, "\r\n"));
        Assert.Equal(text.Count(letter => letter == '\r'), Regex.Count(text, "\r\n"));
        Assert.All(
            text.Split("\r\n"),
            line =>
            {
                Assert.True(line.Length <= 998);
                Assert.False(line.StartsWith('.'), "A line begins with a dot.");
            }
        );
        Assert.All(
            text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n"),
            line => Assert.True(line.Length <= 78, line)
        );
    }

    [Theory]
    [InlineData("A\r\nBcc: all@agency.example")]
    [InlineData("A\nX-Evil: 1")]
    [InlineData("A\rX-Evil: 1")]
    [InlineData("A\u0085X-Evil: 1")]
    [InlineData("A\u2028X-Evil: 1")]
    [InlineData("A\0\u001b\u200bX-Evil: 1")]
    [InlineData("A\ud800X-Evil: 1")]
    [InlineData("ā\r\n\r\n--boundary\r\nContent-Type: text/html")]
    public void Mail_WhenNamesAndTitlesHoldControlCharacters_HasNoHeaderOfTheirs(string evil)
    {
        var mail = Read(Message(evil, evil, "Text", "<p>Text</p>"));

        Assert.Equal(
            [
                "From",
                "To",
                "Subject",
                "Date",
                "Message-ID",
                "Auto-Submitted",
                "Content-Language",
                "MIME-Version",
                "Content-Type",
            ],
            mail.Headers.Keys
        );
        Assert.DoesNotContain(mail.Words("Subject"), letter => char.IsControl(letter));
        Assert.Equal(2, mail.Bodies.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b@c.example")]
    [InlineData("a b@c.example")]
    [InlineData("a@c.example\r\nBcc: all@agency.example")]
    [InlineData("a@c.example\n")]
    [InlineData("<a@c.example>")]
    [InlineData("a@c.example, b@c.example")]
    [InlineData("a@-c.example")]
    [InlineData(".a@c.example")]
    public void Mail_ToAnAddressThatIsNone_IsRefused(string address)
    {
        Assert.False(MimeMail.IsAddress(address));
        var message = Message("A", "B", "C", "D") with { To = new MailParty("A", address) };
        Assert.Throws<ArgumentException>(() => MimeMail.Write(message));
    }

    private static MailMessage Message(string name, string subject, string text, string html) =>
        new(
            "key@agency.example",
            new MailParty("Social Media Aware", "portal@agency.example"),
            new MailParty(name, "hemi@agency.example"),
            Date,
            new MailContent(subject, text, html)
        );

    private static ReadMail Read(MailMessage message) => ReadMail.Of(MimeMail.Write(message));
}

/// <summary>A strict reader of mails, written from the standards: it takes nothing that they do not allow.</summary>
internal sealed record ReadMail(
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Bodies
)
{
    public static ReadMail Of(byte[] mail)
    {
        var (headers, body) = SplitHeaders(Encoding.ASCII.GetString(mail));
        var boundary = Regex.Match(
            headers["Content-Type"],
            "^multipart/alternative; boundary=\"([^\"]{1,70})\"$"
        );
        Assert.True(boundary.Success, headers["Content-Type"]);
        var mark = $"--{boundary.Groups[1].Value}";
        Assert.StartsWith($"{mark}\r\n", body, StringComparison.Ordinal);
        Assert.EndsWith($"{mark}--\r\n", body, StringComparison.Ordinal);
        var parts = body[..^(mark.Length + 4)]
            .Split($"{mark}\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(SplitHeaders)
            .ToList();
        return new ReadMail(
            headers,
            [.. parts.Select(part => part.Headers["Content-Type"])],
            [.. parts.Select(part => Decode(part.Headers, part.Body))]
        );
    }

    /// <summary>A header of free words, with its encoded words decoded (RFC 2047).</summary>
    public string Words(string name) => DecodeWords(Headers[name]);

    /// <summary>A header with one mailbox: a name, quoted or encoded, and an address.</summary>
    public string Mailbox(string name)
    {
        var header = Headers[name];
        var match = Regex.Match(header, @"^(?:(?<words>.*) )?<(?<address>[^<>\s]+)>$");
        Assert.True(match.Success, header);
        var words = match.Groups["words"].Value;
        if (words.StartsWith('"'))
        {
            Assert.Matches("^\"([^\"\\\\]|\\\\.)*\"$", words);
            words = Regex.Replace(words[1..^1], @"\\(.)", "$1");
        }
        else
        {
            Assert.Matches(@"^(=\?utf-8\?B\?[A-Za-z0-9+/=]+\?=( |$))*$", words);
            words = DecodeWords(words);
        }

        return words.Length == 0
            ? $"<{match.Groups["address"].Value}>"
            : $"{words} <{match.Groups["address"].Value}>";
    }

    private static (Dictionary<string, string> Headers, string Body) SplitHeaders(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = new Dictionary<string, string>();
        foreach (var line in Regex.Replace(text[..end], "\r\n(?=[ \t])", "").Split("\r\n"))
        {
            var match = Regex.Match(line, "^([!-9;-~]+):(?: (.*))?$");
            Assert.True(match.Success, $"No header: {line}");
            headers.Add(match.Groups[1].Value, match.Groups[2].Value);
        }

        return (headers, text[(end + 4)..]);
    }

    private static string DecodeWords(string text) =>
        Regex.Replace(
            // Space between two encoded words is not part of the text.
            Regex.Replace(text, @"(?<=\?=)\s+(?==\?)", ""),
            @"=\?utf-8\?B\?([A-Za-z0-9+/=]+)\?=",
            word =>
            {
                Assert.True(word.Length <= 75, "An encoded word is too long.");
                return new UTF8Encoding(false, true).GetString(
                    Convert.FromBase64String(word.Groups[1].Value)
                );
            }
        );

    private static string Decode(Dictionary<string, string> headers, string body)
    {
        Assert.Equal("base64", headers["Content-Transfer-Encoding"]);
        Assert.All(
            body.Split("\r\n"),
            line =>
                Assert.True(line.Length <= 76, line.Length.ToString(CultureInfo.InvariantCulture))
        );
        return new UTF8Encoding(false, true).GetString(
            Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal))
        );
    }
}

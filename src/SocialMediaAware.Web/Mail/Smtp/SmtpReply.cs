using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialMediaAware.Web.Mail.Smtp;

/// <summary>What a server answered (RFC 5321 section 4.2).</summary>
/// <param name="Code">The three digits.</param>
/// <param name="Lines">The text of each line, without the code.</param>
public sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>The server goes away (RFC 5321 section 3.8).</summary>
    public const int GoesAway = 421;

    /// <summary>Longest line. The standard allows 512 bytes; some servers write more.</summary>
    public const int LongestLine = 4096;

    /// <summary>Most lines of one reply.</summary>
    public const int MostLines = 100;

    /// <summary>It was done.</summary>
    public bool IsGood => Code is >= 200 and < 300;

    /// <summary>Go on.</summary>
    public bool IsGoOn => Code is >= 300 and < 400;

    /// <summary>It was not done; trying again may help.</summary>
    public bool IsForNow => Code is >= 400 and < 500;

    /// <summary>It was not done and will not be.</summary>
    public bool IsForGood => Code is >= 500 and < 600;

    /// <summary>The enhanced status code such as 5.1.1 (RFC 3463); empty when there is none, or one that contradicts the code.</summary>
    public string Enhanced
    {
        get
        {
            var match = EnhancedCode().Match(Lines[0]);
            return match.Success && match.Value[0] - '0' == Code / 100 ? match.Value : "";
        }
    }

    /// <summary>All that it says.</summary>
    public string Text => string.Join(' ', Lines);

    /// <summary>Reads one line of a reply.</summary>
    /// <returns>Null when it is none.</returns>
    public static (int Code, bool IsLast, string Text)? Line(string line)
    {
        var match = ReplyLine().Match(line);
        return match.Success
            ? (
                int.Parse(match.Groups["code"].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups["more"].ValueSpan is not "-",
                match.Groups["text"].Value
            )
            : null;
    }

    [GeneratedRegex(
        @"\A(?<code>[2-5][0-9]{2})((?<more>[ -])(?<text>.*))?\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex ReplyLine();

    [GeneratedRegex(
        @"\A[245]\.[0-9]{1,3}\.[0-9]{1,3}\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex EnhancedCode();
}

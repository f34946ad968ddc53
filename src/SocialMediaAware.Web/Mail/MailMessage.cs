using System.Security.Cryptography;
using System.Text;

namespace SocialMediaAware.Web.Mail;

/// <summary>Somebody who sends or gets mail.</summary>
/// <param name="Name">What they are called; may be empty.</param>
/// <param name="Address">Their address.</param>
public sealed record MailParty(string Name, string Address);

/// <summary>What a mail says, twice: as plain text and as HTML.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">Safe HTML without a frame.</param>
public sealed record MailContent(string Subject, string Text, string Html)
{
    /// <summary>Longest subject.</summary>
    public const int SubjectLength = 300;

    /// <summary>The language of a mail that says no other.</summary>
    public const string UsualLanguage = "en-NZ";

    /// <summary>Longest tag of a language.</summary>
    public const int LanguageLength = 20;

    /// <summary>Its language (BCP 47), for the header Content-Language and for the HTML.</summary>
    public string Language { get; init; } = UsualLanguage;

    /// <summary>A subject on one line, not longer than it may be.</summary>
    public static string Cut(string subject)
    {
        return HeaderText.Cut(HeaderText.OnOneLine(subject), SubjectLength);
    }
}

/// <summary>A mail to hand over.</summary>
/// <param name="MailId">Its Message-ID, without the angle brackets.</param>
/// <param name="From">Who sends it.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Date">When it was written.</param>
/// <param name="Content">What it says.</param>
public sealed record MailMessage(
    string MailId,
    MailParty From,
    MailParty To,
    DateTimeOffset Date,
    MailContent Content
);

/// <summary>Makes Message-IDs that are the same for the same mail, however often it is tried (RFC 5322 section 3.6.4).</summary>
public static class MailIds
{
    /// <summary>Longest id.</summary>
    public const int Length = 320;

    private const int HashLength = 32;

    /// <summary>The id of a mail.</summary>
    public static string Of(string key, string domain) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..HashLength]}@{domain}";
}

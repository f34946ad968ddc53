using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Content;

/// <summary>What a template is for, and which places it has to fill.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Required">Places that must be there.</param>
/// <param name="Optional">Places that may be there too.</param>
/// <param name="Blocks">Those that stand in a paragraph of their own, because more than words comes there.</param>
/// <param name="LinePlaces">Places of the field <c>line</c>; null where the template has none.</param>
public sealed record MailTemplateKind(
    string Name,
    IReadOnlyList<string> Required,
    IReadOnlyList<string> Optional,
    IReadOnlyList<string> Blocks,
    IReadOnlyList<string>? LinePlaces = null
)
{
    /// <summary>Whether it is a mail by itself: then it has one button, and no other link.</summary>
    public bool IsWhole { get; private init; }

    private static readonly string[] OfAnItem = ["programme", "due"];
    private static readonly string[] MayBeInAnItem = ["name", "agency", "link", "days"];

    /// <summary>Something has opened.</summary>
    public static readonly MailTemplateKind Opened = Item("opened");

    /// <summary>Something is due soon.</summary>
    public static readonly MailTemplateKind DueSoon = Item("due-soon");

    /// <summary>Something is due today.</summary>
    public static readonly MailTemplateKind DueToday = Item("due-today");

    /// <summary>Something is overdue.</summary>
    public static readonly MailTemplateKind Overdue = Item("overdue");

    /// <summary>The due date of something has moved.</summary>
    public static readonly MailTemplateKind Changed = new(
        "changed",
        ["programme", "due", "before"],
        MayBeInAnItem,
        []
    );

    /// <summary>What stands round everything in the one mail of a day.</summary>
    public static readonly MailTemplateKind Digest = new(
        "digest",
        ["name", "agency", "parts", "link"],
        ["count"],
        ["parts"]
    )
    {
        IsWhole = true,
    };

    /// <summary>A leader's part: who in their team is overdue.</summary>
    public static readonly MailTemplateKind Leader = Part("leader", "person", "programme", "days");

    /// <summary>HR's part: who has been overdue for two weeks or more.</summary>
    public static readonly MailTemplateKind HumanResources = Part(
        "hr-overdue",
        "person",
        "programme",
        "days"
    );

    /// <summary>HR's part: who cannot be reached by mail.</summary>
    public static readonly MailTemplateKind WithoutAddress = Part("hr-without-address", "person");

    /// <summary>Somebody signed: where their receipt is.</summary>
    public static readonly MailTemplateKind Receipt = Whole("receipt", "programme", "date");

    /// <summary>Somebody's question is answered. It quotes neither.</summary>
    public static readonly MailTemplateKind QuestionAnswered = Whole("question-answered");

    /// <summary>Somebody's request for more time is answered.</summary>
    public static readonly MailTemplateKind ExtensionAnswered = Whole(
        "extension-answered",
        "programme",
        "answer"
    );

    /// <summary>What somebody said is wrong in what is held on them has been looked at.</summary>
    public static readonly MailTemplateKind CorrectionAnswered = Whole("correction-answered");

    /// <summary>Something waits for a leader or HR. It names nobody.</summary>
    public static readonly MailTemplateKind Waiting = Whole("waiting", "what");

    /// <summary>A question waits for an integrity adviser, or for the deputy. It names nobody and quotes nothing.</summary>
    public static readonly MailTemplateKind WaitingForAdviser = Whole(
        "waiting-for-adviser",
        "what"
    );

    /// <summary>A link to set a password for the first time.</summary>
    public static readonly MailTemplateKind Invitation = Whole("invitation", "until");

    /// <summary>A link to set another password.</summary>
    public static readonly MailTemplateKind PasswordReset = Whole("password-reset", "until");

    /// <summary>Somebody's password was changed.</summary>
    public static readonly MailTemplateKind PasswordChanged = Whole("password-changed");

    /// <summary>The figures of an agency, for those whom HR chose. It names nobody.</summary>
    public static readonly MailTemplateKind MonthlyReport = Whole(
        "monthly-report",
        "month",
        "day",
        "figures"
    );

    /// <summary>Mail was expected, and none went out.</summary>
    public static readonly MailTemplateKind Alarm = Whole("alarm", "count", "day");

    /// <summary>All of them: each has its file.</summary>
    public static IReadOnlyList<MailTemplateKind> All =>
        [
            Opened,
            DueSoon,
            DueToday,
            Overdue,
            Changed,
            Digest,
            Leader,
            HumanResources,
            WithoutAddress,
            MonthlyReport,
            Receipt,
            QuestionAnswered,
            ExtensionAnswered,
            CorrectionAnswered,
            Waiting,
            WaitingForAdviser,
            Invitation,
            PasswordReset,
            PasswordChanged,
            Alarm,
        ];

    private static MailTemplateKind Whole(string name, params string[] places) =>
        new(name, ["name", "agency", "link", .. places], [], []) { IsWhole = true };

    private static MailTemplateKind Item(string name) => new(name, OfAnItem, MayBeInAnItem, []);

    private static MailTemplateKind Part(string name, params string[] linePlaces) =>
        new(name, ["people", "count", "link"], ["name", "agency"], ["people"], linePlaces);
}

/// <summary>A text with places such as <c>{{name}}</c> that are filled for each reader.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The body as plain text.</param>
/// <param name="Html">The body as safe HTML, rendered once when loaded.</param>
/// <param name="Line">How one person is written in a list; empty where there is none.</param>
public sealed partial record MailTemplate(string Subject, string Text, string Html, string Line)
{
    /// <summary>Its language (BCP 47).</summary>
    public string Language { get; init; } = MailContent.UsualLanguage;

    // Readable in the source of a mail: letters with macrons stay what they are.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes words into the places of a text.</summary>
    public static string FillText(string text, IReadOnlyDictionary<string, string> words) =>
        Place().Replace(text, place => words.GetValueOrDefault(place.Groups["name"].Value, ""));

    /// <summary>Writes words into the places of HTML; they stay words, whatever they hold.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="words">Words for each place.</param>
    /// <param name="blocks">HTML for each place that is a paragraph of its own.</param>
    public static string FillHtml(
        string html,
        IReadOnlyDictionary<string, string> words,
        IReadOnlyDictionary<string, string> blocks
    ) =>
        PlaceOrBlock()
            .Replace(
                html,
                place =>
                    place.Groups["block"] is { Success: true } block
                    && blocks.TryGetValue(block.Value, out var inner)
                        ? inner
                    : place.Groups["name"] is { Success: true } name
                        ? Encode(words.GetValueOrDefault(name.Value, ""))
                    : ""
            );

    /// <summary>Words as HTML.</summary>
    public static string Encode(string words) => Encoder.Encode(words);

    /// <summary>The names of the places in a text, in order.</summary>
    public static IReadOnlyList<string> PlacesIn(string text) =>
        [.. Place().Matches(text).Select(place => place.Groups["name"].Value)];

    [GeneratedRegex(
        @"\{\{\s*(?<name>[A-Za-z-]{1,40})\s*\}\}",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"<p>\{\{\s*(?<block>parts|people)\s*\}\}</p>|\{\{\s*(?<name>[A-Za-z-]{1,40})\s*\}\}",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PlaceOrBlock();
}

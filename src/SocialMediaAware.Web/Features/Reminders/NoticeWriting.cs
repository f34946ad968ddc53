using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>Fills a template that is a mail by itself.</summary>
public static class NoticeWriting
{
    private static readonly Dictionary<string, string> NoBlocks = [];

    /// <summary>Fills it. Whatever the words hold, they stay words on one line.</summary>
    /// <param name="template">The template.</param>
    /// <param name="name">What its reader is called.</param>
    /// <param name="agency">The agency in whose name it is written.</param>
    /// <param name="link">The whole address of its button.</param>
    /// <param name="places">Words for its other places.</param>
    public static MailContent Write(
        MailTemplate template,
        string name,
        string agency,
        string link,
        IReadOnlyDictionary<string, string> places
    )
    {
        var words = new Dictionary<string, string>(
            places.Select(place =>
                KeyValuePair.Create(place.Key, HeaderText.OnOneLine(place.Value))
            )
        )
        {
            ["name"] = HeaderText.OnOneLine(name),
            ["agency"] = HeaderText.OnOneLine(agency),
            ["link"] = link,
        };
        return new MailContent(
            MailContent.Cut(MailTemplate.FillText(template.Subject, words)),
            MailTemplate.FillText(template.Text, words),
            MailTemplate.FillHtml(template.Html, words, NoBlocks)
        )
        {
            Language = template.Language,
        };
    }
}

namespace SocialMediaAware.Web.Content;

/// <summary>
/// The HTML of a mail as a page of the portal may show it. It was safe when it was written; it is read and cleaned again, because
/// it comes from the database.
/// </summary>
public static class MailPreview
{
    /// <summary>Cleans it, and lets links to the portal lead within it.</summary>
    /// <param name="html">The HTML of the mail.</param>
    /// <param name="root">The portal's address as mails name it.</param>
    public static string Of(string html, string root) =>
        HtmlAllowList
            .Clean(
                html.Replace($"href=\"{root}/", "href=\"/", StringComparison.Ordinal),
                new MarkdownPlace
                {
                    Label = "mail",
                    IdPrefix = "mail",
                    Resolve = static written => new LinkTarget(written, null),
                }
            )
            .Html;
}

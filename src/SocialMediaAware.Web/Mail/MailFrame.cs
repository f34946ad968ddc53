using System.Net;

namespace SocialMediaAware.Web.Mail;

/// <summary>
/// What stands round the HTML of every mail. It loads nothing, holds no picture, and reads well where a program for mail keeps no
/// styles at all. The colours are those of <c>Styles/_tokens.scss</c>.
/// </summary>
public static class MailFrame
{
    private const string Styles = """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        p, ul { margin: 0 0 16px; }
        a { color: #00558c; }
        hr { border: 0; border-top: 1px solid #e3dfd6; margin: 24px 0; }
        .sma-mail-action { margin: 24px 0; }
        hr ~ p { color: #5a666b; font-size: 15px; }
        @media (max-width: 480px) {
          .sma-mail { padding: 16px !important; }
          .sma-mail-button { display: block !important; text-align: center; }
        }
        @media (prefers-color-scheme: dark) {
          body { background-color: #141a19 !important; color: #eceae4 !important; }
          .sma-mail { background-color: #1c2423 !important; border-color: #36413f !important; }
          a { color: #82c3f3; }
          hr { border-top-color: #36413f; }
          hr ~ p { color: #aab5b3; }
          .sma-mail-button { background-color: #007e62 !important; border-color: #007e62 !important; }
        }
        """;

    /// <summary>The whole HTML of a mail.</summary>
    public static string Of(MailContent content) =>
        $"""
            <!DOCTYPE html>
            <html lang="{WebUtility.HtmlEncode(content.Language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{WebUtility.HtmlEncode(HeaderText.OnOneLine(content.Subject))}</title>
            <style>
            {Styles}
            </style>
            </head>
            <body style="margin:0;padding:16px;background-color:#fbfaf7;color:#1f2a2e;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:17px;line-height:1.5;overflow-wrap:anywhere">
            <div class="sma-mail" role="article" lang="{WebUtility.HtmlEncode(
                content.Language
            )}" style="max-width:600px;margin:0 auto;padding:24px;background-color:#ffffff;border:1px solid #e3dfd6;border-radius:10px">
            {content.Html}
            </div>
            </body>
            </html>

            """;
}

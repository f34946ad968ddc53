using System.Net;

namespace SocialMediaAware.Web.Mail;

/// <summary>
/// Sends every mail to one address, for trying the portal with real people in it: the mail says whose it would have been, in its
/// subject and at its top.
/// </summary>
public sealed class StagingMailDelivery(IMailDelivery delivery, string everythingTo) : IMailDelivery
{
    /// <inheritdoc />
    public async Task<MailHandOver> HandOverAsync(
        MailMessage message,
        CancellationToken cancellationToken
    )
    {
        // As without this: an address that is none is found out here as well.
        if (!MailAddress.Is(message.To.Address))
        {
            return MailHandOver.NoAddress;
        }

        var handOver = await delivery.HandOverAsync(Redirected(message), cancellationToken);
        // Whatever became of it says nothing about the reader's own address, to which nothing went.
        return handOver with { IsAddressRefused = false };
    }

    private MailMessage Redirected(MailMessage message)
    {
        var reader = HeaderText.OnOneLine($"{message.To.Name} <{message.To.Address}>");
        var line =
            $"This mail was for {reader}. This portal is being tried out: it sends every mail to {everythingTo}.";
        return message with
        {
            To = new MailParty("", everythingTo),
            Content = new MailContent(
                MailContent.Cut($"[for {message.To.Address}] {message.Content.Subject}"),
                $"{line}\n\n{message.Content.Text}",
                $"<p><strong>{WebUtility.HtmlEncode(line)}</strong></p>\n{message.Content.Html}"
            ),
        };
    }
}

namespace SocialMediaAware.Web.Mail;

/// <summary>Hands mails over as another delivery does, and notes how that goes.</summary>
public sealed class NotingMailDelivery(
    IMailDelivery delivery,
    MailDeliveryState state,
    TimeProvider clock
) : IMailDelivery
{
    /// <inheritdoc />
    public async Task<MailHandOver> HandOverAsync(
        MailMessage message,
        CancellationToken cancellationToken
    )
    {
        var handOver = await delivery.HandOverAsync(message, cancellationToken);
        state.Note(handOver, clock.GetUtcNow());
        return handOver;
    }
}

namespace SocialMediaAware.Web.Mail;

/// <summary>What came of handing a mail over.</summary>
public enum MailOutcome
{
    /// <summary>It was taken.</summary>
    Delivered,

    /// <summary>It was surely not taken; trying again may help.</summary>
    TryLater,

    /// <summary>It was surely not taken, and never will be.</summary>
    Refused,

    /// <summary>Nobody knows.</summary>
    Uncertain,
}

/// <summary>What came of handing a mail over, and why.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Problem">What went wrong; empty when nothing did. It never quotes the mail.</param>
/// <param name="IsAddressRefused">
/// Whether it was refused because of its reader's address: no other mail will get there either. False when the mail itself was
/// refused.
/// </param>
public sealed record MailHandOver(
    MailOutcome Outcome,
    string Problem = "",
    bool IsAddressRefused = false
)
{
    /// <summary>It was taken.</summary>
    public static readonly MailHandOver Delivered = new(MailOutcome.Delivered);

    /// <summary>It was not sent, because its address is none.</summary>
    public static readonly MailHandOver NoAddress = new(
        MailOutcome.Refused,
        "The address is none that mail can be sent to.",
        IsAddressRefused: true
    );
}

/// <summary>Takes mails out of the portal.</summary>
public interface IMailDelivery
{
    /// <summary>Hands one mail over. It never throws for a mail that cannot be handed over: it says so.</summary>
    Task<MailHandOver> HandOverAsync(MailMessage message, CancellationToken cancellationToken);
}

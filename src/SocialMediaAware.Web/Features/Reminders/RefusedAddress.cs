namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>
/// An address that a mail server refused for good. While it is the person's address, no mail goes there and they are on HR's list
/// of people whom no mail reaches; another address, or HR's word that this one is right, ends it.
/// </summary>
public sealed class RefusedAddress
{
    private RefusedAddress() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Whose address it was.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The address.</summary>
    public string Address { get; private init; } = "";

    /// <summary>The mail that was refused.</summary>
    public Guid MessageId { get; private init; }

    /// <summary>What the server answered; never a part of the mail.</summary>
    public string Problem { get; private init; } = "";

    /// <summary>When it was refused (UTC).</summary>
    public DateTimeOffset RefusedAt { get; private init; }

    /// <summary>When HR said that the address is right (UTC); null while it is not written to.</summary>
    public DateTimeOffset? ClearedAt { get; private set; }

    /// <summary>The account that said so.</summary>
    public Guid? ClearedByAccountId { get; private set; }

    /// <summary>Marks an address.</summary>
    public static RefusedAddress Mark(
        Guid personId,
        string address,
        Guid messageId,
        string problem,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            PersonId = personId,
            Address = address,
            MessageId = messageId,
            Problem = problem,
            RefusedAt = at,
        };

    /// <summary>The address is right: it is written to again.</summary>
    public void Clear(Guid byAccountId, DateTimeOffset at)
    {
        if (ClearedAt is null)
        {
            (ClearedAt, ClearedByAccountId) = (at, byAccountId);
        }
    }
}

using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>
/// HR keeps back all mail of an agency, until it is released. Links to get in are not kept back: who waits for one stands before a
/// locked door.
/// </summary>
public sealed class MailHold : IBelongsToAgency
{
    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 200;

    private MailHold() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>Why, in HR's words.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Since when (UTC).</summary>
    public DateTimeOffset HeldAt { get; private init; }

    /// <summary>The account that holds it.</summary>
    public Guid HeldByAccountId { get; private init; }

    /// <summary>When it was released (UTC); null while it holds.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>The account that released it.</summary>
    public Guid? ReleasedByAccountId { get; private set; }

    /// <summary>Holds all mail of an agency.</summary>
    public static MailHold Begin(
        Guid agencyId,
        string reason,
        Guid byAccountId,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            Reason = reason,
            HeldAt = at,
            HeldByAccountId = byAccountId,
        };

    /// <summary>Lets the mail go.</summary>
    public void Release(Guid byAccountId, DateTimeOffset at)
    {
        if (ReleasedAt is null)
        {
            (ReleasedAt, ReleasedByAccountId) = (at, byAccountId);
        }
    }
}

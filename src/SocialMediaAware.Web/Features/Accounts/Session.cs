namespace SocialMediaAware.Web.Features.Accounts;

/// <summary>
/// A session that an account began by signing in. The cookie carries its id; this row says whether it still holds, so that signing
/// out ends it on the server too and a kept copy of the cookie opens nothing.
/// </summary>
public sealed class Session
{
    /// <summary>Longest method.</summary>
    public const int MethodLength = 40;

    private Session() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The account that signed in.</summary>
    public Guid AccountId { get; private init; }

    /// <summary>How it proved who it is, such as <c>password</c>.</summary>
    public string Method { get; private init; } = "";

    /// <summary>When it began (UTC).</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it was ended (UTC); null before.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How long a session lasts without a request.</summary>
    public static TimeSpan LengthWithoutRequest => TimeSpan.FromHours(8);

    /// <summary>How long a session lasts at most, whatever happens in it: a working day, and no second one.</summary>
    public static TimeSpan LongestLength => TimeSpan.FromHours(12);

    /// <summary>Begins a session.</summary>
    public static Session Begin(Guid accountId, string method, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AccountId = accountId,
            Method = method,
            StartedAt = at,
        };

    /// <summary>Whether it has lasted as long as it may.</summary>
    public bool IsOverAt(DateTimeOffset at) => at - StartedAt >= LongestLength;

    /// <summary>The portal's clock was moved for trying it: the session is as old as before.</summary>
    public void MoveAlong(TimeSpan by) => StartedAt += by;

    /// <summary>Ends it.</summary>
    public void End(DateTimeOffset at) => EndedAt ??= at;
}

using System.Globalization;
using System.Text;
using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Assisted;

/// <summary>
/// A time and place at which somebody helps people to read and sign: without mail, without a computer, with large print, with a
/// support person. It lasts until it is closed, or until its day is over.
/// </summary>
public sealed class AssistedSession : IBelongsToAgency
{
    /// <summary>How somebody proves who they are in one: the method of their session and of what they sign.</summary>
    public const string Method = "assisted-code";

    /// <summary>Longest title, and longest name of a place.</summary>
    public const int TitleLength = 120;

    private AssistedSession() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>What it is called.</summary>
    public string Title { get; private init; } = "";

    /// <summary>Where it is.</summary>
    public string Place { get; private init; } = "";

    /// <summary>Its day, as a New Zealand date. Codes hold on it and on no other.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>The account that opened it and helps.</summary>
    public Guid OpenedByAccountId { get; private init; }

    /// <summary>Whether a leader opened it, for their own people, and not HR.</summary>
    public bool IsByLeader { get; private init; }

    /// <summary>When it was opened (UTC).</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>When it was closed (UTC); null while it may be used.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The programmes that can be signed in it.</summary>
    public ICollection<AssistedSessionProgramme> Programmes { get; private init; } = [];

    /// <summary>The people who were asked to it.</summary>
    public ICollection<AssistedParticipant> Participants { get; private init; } = [];

    /// <summary>Opens a session.</summary>
    /// <exception cref="ArgumentException">Without a programme.</exception>
    public static AssistedSession Open(
        Guid agencyId,
        string title,
        string place,
        DateOnly day,
        IReadOnlyCollection<Guid> programmeIds,
        Guid byAccountId,
        bool isByLeader,
        DateTimeOffset at
    )
    {
        if (programmeIds.Count == 0)
        {
            throw new ArgumentException("A session is for a programme.", nameof(programmeIds));
        }

        var id = Guid.CreateVersion7(at);
        return new()
        {
            Id = id,
            AgencyId = agencyId,
            Title = title,
            Place = place,
            Day = day,
            OpenedByAccountId = byAccountId,
            IsByLeader = isByLeader,
            OpenedAt = at,
            Programmes =
            [
                .. programmeIds
                    .Distinct()
                    .Select(programme => new AssistedSessionProgramme(id, programme)),
            ],
        };
    }

    /// <summary>Whether it can be used on a day.</summary>
    public bool IsUsableOn(DateOnly day) => ClosedAt is null && Day == day;

    /// <summary>Whether it can still be prepared or used.</summary>
    public bool IsComingOn(DateOnly day) => ClosedAt is null && Day >= day;

    /// <summary>Closes it: its codes and shared screens end at once.</summary>
    public void Close(DateTimeOffset at) => ClosedAt ??= at;

    /// <summary>SHA-256 over who opened it, where and when: what a signature made in it names.</summary>
    public TreeHash Hash() =>
        TreeHash.Sha256Of(
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"assisted-session/1\n{Id}\n{AgencyId}\n{OpenedByAccountId}\n{Day:yyyy-MM-dd}\n{Title}\n{Place}\n"
                )
            )
        );
}

/// <summary>A programme that can be signed in a session.</summary>
public sealed class AssistedSessionProgramme
{
    internal AssistedSessionProgramme(Guid sessionId, Guid programmeId) =>
        (SessionId, ProgrammeId) = (sessionId, programmeId);

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>The programme.</summary>
    public Guid ProgrammeId { get; private init; }
}

/// <summary>Somebody who was asked to a session, with the one code that holds for them.</summary>
public sealed class AssistedParticipant
{
    private AssistedParticipant() { }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>When they were asked (UTC).</summary>
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>The hash of their code (32 bytes); null before they have one, and once it was used.</summary>
    public byte[]? CodeHash { get; private set; }

    /// <summary>When they got their code (UTC).</summary>
    public DateTimeOffset? CodeGivenAt { get; private set; }

    /// <summary>When they last used a code (UTC).</summary>
    public DateTimeOffset? CodeUsedAt { get; private set; }

    /// <summary>Asks somebody.</summary>
    public static AssistedParticipant Ask(Guid sessionId, Guid personId, DateTimeOffset at) =>
        new()
        {
            SessionId = sessionId,
            PersonId = personId,
            AddedAt = at,
        };

    /// <summary>Gets a code: an older one holds no more.</summary>
    public void TakeCode(byte[] hash, DateTimeOffset at) => (CodeHash, CodeGivenAt) = (hash, at);

    /// <summary>The code was typed: it holds no more.</summary>
    public void UseCode(DateTimeOffset at) => (CodeHash, CodeUsedAt) = (null, at);
}

/// <summary>A device that shows a session's code page. The cookie carries its id; this row says whether it still holds.</summary>
public sealed class SharedScreen : IBelongsToAgency
{
    /// <summary>How many wrong codes lock a screen for a while.</summary>
    public const int MostWrongCodes = 5;

    private SharedScreen() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>When it was started (UTC).</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>The account that started it, and whose sign-in on the device ended with that.</summary>
    public Guid StartedByAccountId { get; private init; }

    /// <summary>When it was ended (UTC).</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many wrong codes were typed in a row.</summary>
    public int WrongCodes { get; private set; }

    /// <summary>Until when it takes no code (UTC); null when it takes one.</summary>
    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>For how long five wrong codes lock a screen.</summary>
    public static TimeSpan LockLength => TimeSpan.FromMinutes(5);

    /// <summary>Starts one.</summary>
    public static SharedScreen Start(
        AssistedSession session,
        Guid byAccountId,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.NewGuid(),
            AgencyId = session.AgencyId,
            SessionId = session.Id,
            StartedAt = at,
            StartedByAccountId = byAccountId,
        };

    /// <summary>Whether it takes no code at the moment.</summary>
    public bool IsLockedAt(DateTimeOffset at) => LockedUntil > at;

    /// <summary>Ends it.</summary>
    public void End(DateTimeOffset at) => EndedAt ??= at;
}

/// <summary>Somebody's time at a shared screen: which of the portal's sessions it is, and what bounds it.</summary>
public sealed class AssistedVisit : IBelongsToAgency
{
    private AssistedVisit() { }

    /// <summary>The portal's session that the code began.</summary>
    public Guid SignInSessionId { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The assisted session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>The screen.</summary>
    public Guid ScreenId { get; private init; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>When it began (UTC).</summary>
    public DateTimeOffset BegunAt { get; private init; }

    /// <summary>When the person last did something (UTC).</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>How long one lasts at most.</summary>
    public static TimeSpan LongestLength => TimeSpan.FromMinutes(60);

    /// <summary>How long one lasts without a request.</summary>
    public static TimeSpan LengthWithoutRequest => TimeSpan.FromMinutes(10);

    /// <summary>Begins one.</summary>
    public static AssistedVisit Begin(
        Guid signInSessionId,
        SharedScreen screen,
        Guid personId,
        DateTimeOffset at
    ) =>
        new()
        {
            SignInSessionId = signInSessionId,
            AgencyId = screen.AgencyId,
            SessionId = screen.SessionId,
            ScreenId = screen.Id,
            PersonId = personId,
            BegunAt = at,
            LastSeenAt = at,
        };

    /// <summary>Whether it is over.</summary>
    public bool IsOverAt(DateTimeOffset at) =>
        at - BegunAt >= LongestLength || at - LastSeenAt >= LengthWithoutRequest;

    /// <summary>The person did something.</summary>
    public void See(DateTimeOffset at) => LastSeenAt = at;
}

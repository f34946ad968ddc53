using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// A time in which a programme stands still: nothing opens, nobody is reminded, and what was left of each due date runs on when it
/// ends.
/// </summary>
public sealed class ProgrammePause : IBelongsToAgency
{
    private ProgrammePause() { }

    internal ProgrammePause(Programme programme, DateOnly from, Guid byAccountId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        AgencyId = programme.AgencyId;
        ProgrammeId = programme.Id;
        From = from;
        ByAccountId = byAccountId;
        At = at;
    }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The programme.</summary>
    public Guid ProgrammeId { get; private init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private init; }

    /// <summary>The first day on which it goes on; null while it stands still.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The account that paused it.</summary>
    public Guid ByAccountId { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private init; }

    internal void End(DateOnly until) => Until = until > From ? until : From;
}

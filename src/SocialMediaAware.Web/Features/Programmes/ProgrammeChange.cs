using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>What was done to a programme.</summary>
public enum ProgrammeChangeKind
{
    /// <summary>It was drawn up.</summary>
    DrawnUp,

    /// <summary>It was launched.</summary>
    Launched,

    /// <summary>Its terms were changed.</summary>
    Changed,

    /// <summary>It was paused.</summary>
    Paused,

    /// <summary>It went on.</summary>
    Resumed,

    /// <summary>It was ended.</summary>
    Ended,
}

/// <summary>One line of a programme's history, with the terms that held from then on. Never changed or deleted.</summary>
public sealed class ProgrammeChange : IBelongsToAgency
{
    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 500;

    private ProgrammeChange() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The programme.</summary>
    public Guid ProgrammeId { get; private init; }

    /// <summary>What was done.</summary>
    public ProgrammeChangeKind Kind { get; private init; }

    /// <summary>The account that did it; null for the portal itself.</summary>
    public Guid? ByAccountId { get; private init; }

    /// <summary>Why.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>The terms from then on, as <see cref="ProgrammeTerms.ToText" /> writes them.</summary>
    public string Terms { get; private init; } = "";

    /// <summary>Records what was done.</summary>
    public static ProgrammeChange Record(
        Programme programme,
        ProgrammeTerms terms,
        ProgrammeChangeKind kind,
        Guid? byAccountId,
        string reason,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = programme.AgencyId,
            ProgrammeId = programme.Id,
            Kind = kind,
            ByAccountId = byAccountId,
            Reason = reason,
            At = at,
            Terms = terms.ToText(),
        };
}

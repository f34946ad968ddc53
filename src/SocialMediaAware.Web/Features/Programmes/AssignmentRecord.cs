using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Programmes;

/// <summary>
/// What an assignment was from an instant on. One is written at each change and none is ever changed, so that a report as at a day
/// comes out the same for ever.
/// </summary>
public sealed class AssignmentRecord : IBelongsToAgency
{
    private AssignmentRecord() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The assignment.</summary>
    public Guid AssignmentId { get; private init; }

    /// <summary>The how-manieth state of the assignment it is, from 1.</summary>
    public int Revision { get; private init; }

    /// <summary>From when the portal knew it (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Whose duty it is.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The programme that asks for it.</summary>
    public Guid ProgrammeId { get; private init; }

    /// <summary>Which round it is.</summary>
    public string CycleKey { get; private init; } = "";

    /// <summary>How the person stood to the agency.</summary>
    public PersonKind PersonKind { get; private init; }

    /// <summary>The first day on which it could be done.</summary>
    public DateOnly OpensOn { get; private init; }

    /// <summary>The last day on which it was on time.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>When it was signed (UTC).</summary>
    public DateTimeOffset? SignedAt { get; private init; }

    /// <summary>When the person said that they do not agree (UTC).</summary>
    public DateTimeOffset? DeclinedAt { get; private init; }

    /// <summary>When another took its place (UTC).</summary>
    public DateTimeOffset? SupersededAt { get; private init; }

    /// <summary>When the person left (UTC).</summary>
    public DateTimeOffset? LeftAt { get; private init; }

    /// <summary>When it was put on hold (UTC). What held it is not kept here.</summary>
    public DateTimeOffset? HeldAt { get; private init; }

    /// <summary>Records an assignment as it is.</summary>
    public static AssignmentRecord Of(Assignment assignment, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = assignment.AgencyId,
            AssignmentId = assignment.Id,
            Revision = assignment.Revision,
            RecordedAt = at,
            PersonId = assignment.PersonId,
            ProgrammeId = assignment.ProgrammeId,
            CycleKey = assignment.CycleKey,
            PersonKind = assignment.PersonKind,
            OpensOn = assignment.OpensOn,
            DueOn = assignment.DueOn,
            SignedAt = assignment.SignedAt,
            DeclinedAt = assignment.DeclinedAt,
            SupersededAt = assignment.SupersededAt,
            LeftAt = assignment.LeftAt,
            HeldAt = assignment.HeldAt,
        };
}

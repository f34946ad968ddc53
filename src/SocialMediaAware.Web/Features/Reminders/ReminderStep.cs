using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reminders;

/// <summary>The steps of reminding somebody of one assignment, in their order. The numbers are kept in the database.</summary>
public enum ReminderStepKind
{
    /// <summary>It has opened.</summary>
    Opened = 1,

    /// <summary>It is due soon: in seven days, or in as many as its programme says.</summary>
    DaysBefore = 2,

    /// <summary>It is due today.</summary>
    OnTheDay = 3,

    /// <summary>It has been overdue for a week.</summary>
    OverdueOneWeek = 4,

    /// <summary>It has been overdue for two weeks.</summary>
    OverdueTwoWeeks = 5,

    /// <summary>It has been overdue for three weeks.</summary>
    OverdueThreeWeeks = 6,

    /// <summary>It has been overdue for four weeks: the last one.</summary>
    OverdueFourWeeks = 7,
}

/// <summary>A step that somebody was reminded of. It is unique for the assignment, so that no moved date brings it twice.</summary>
public sealed class ReminderStep : IBelongsToAgency
{
    private ReminderStep() { }

    /// <summary>The assignment.</summary>
    public Guid AssignmentId { get; private init; }

    /// <summary>Which step.</summary>
    public ReminderStepKind Kind { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The mail that carries it.</summary>
    public Guid MessageId { get; private init; }

    /// <summary>The due date that was told; null in steps from before this was kept.</summary>
    public DateOnly? DueOn { get; private init; }

    /// <summary>When it was decided (UTC).</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Records a step.</summary>
    public static ReminderStep Record(
        Guid agencyId,
        Guid assignmentId,
        ReminderStepKind kind,
        Guid messageId,
        DateOnly dueOn,
        DateTimeOffset at
    ) =>
        new()
        {
            AgencyId = agencyId,
            AssignmentId = assignmentId,
            Kind = kind,
            MessageId = messageId,
            DueOn = dueOn,
            At = at,
        };
}

/// <summary>That somebody was told that a due date has moved. Moved there, back and there again, it is told each time, once.</summary>
public sealed class ReminderChange : IBelongsToAgency
{
    private ReminderChange() { }

    /// <summary>The assignment.</summary>
    public Guid AssignmentId { get; private init; }

    /// <summary>The mail that carries it.</summary>
    public Guid MessageId { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The due date that was told.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>When it was decided (UTC).</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Records it.</summary>
    public static ReminderChange Record(
        Guid agencyId,
        Guid assignmentId,
        Guid messageId,
        DateOnly dueOn,
        DateTimeOffset at
    ) =>
        new()
        {
            AgencyId = agencyId,
            AssignmentId = assignmentId,
            MessageId = messageId,
            DueOn = dueOn,
            At = at,
        };
}

using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Web.Features.MyData;

// The rows of each table. The names of their properties are the names in the file: a published form, that only grows.

/// <summary>A person as such.</summary>
public sealed record PersonRow(
    Guid Id,
    string? Email,
    string TimeZone,
    DateTimeOffset FirstAppearedAt
);

/// <summary>A name.</summary>
public sealed record NameRow(
    string Name,
    string? OfficialName,
    DateOnly From,
    DateOnly? LastDay,
    DateTimeOffset LearntAt,
    DateTimeOffset? UnlearntAt,
    string? Reason
);

/// <summary>An account.</summary>
public sealed record AccountRow(
    string? Email,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DisabledAt,
    bool HasPassword
);

/// <summary>A role.</summary>
public sealed record RoleRow(
    string? Agency,
    PortalRole Role,
    DateTimeOffset GrantedAt,
    DateTimeOffset? RevokedAt
);

/// <summary>A placement.</summary>
public sealed record PlacementRow(
    string? Agency,
    string? Unit,
    PersonKind Kind,
    string Position,
    string? PositionNumber,
    string? EmployeeNumber,
    string? Region,
    WorkDays WorkDays,
    bool IsSecondment,
    string? Feed,
    DateOnly From,
    DateOnly? LastDay,
    DateTimeOffset LearntAt,
    DateTimeOffset? UnlearntAt,
    string? Reason
);

/// <summary>A leader of theirs, or somebody they lead.</summary>
public sealed record LeadershipRow(
    string? Agency,
    string? Leader,
    string? Led,
    bool IsActing,
    string? Feed,
    DateOnly From,
    DateOnly? LastDay,
    DateTimeOffset LearntAt,
    DateTimeOffset? UnlearntAt,
    string? Reason
);

/// <summary>Somebody stands in for a leader.</summary>
public sealed record StandInRow(
    string? Agency,
    string? Leader,
    string? StandIn,
    StandInKind StandInKind,
    DateOnly From,
    DateOnly? LastDay,
    DateTimeOffset LearntAt,
    DateTimeOffset? UnlearntAt
);

/// <summary>Leave.</summary>
public sealed record LeaveRow(
    string? Agency,
    string? Feed,
    DateOnly From,
    DateOnly? LastDay,
    DateTimeOffset LearntAt,
    DateTimeOffset? UnlearntAt
);

/// <summary>An exemption, with its reason: it is their own.</summary>
public sealed record ExemptionRow(
    string? Agency,
    string? Programme,
    string ExemptionReason,
    DateOnly From,
    DateOnly? LastDay,
    DateTimeOffset LearntAt,
    DateTimeOffset? UnlearntAt
);

/// <summary>A task or position with duties of its own.</summary>
public sealed record FlagRow(
    string? Agency,
    string Flag,
    string? Feed,
    DateOnly From,
    DateOnly? LastDay,
    DateTimeOffset LearntAt,
    DateTimeOffset? UnlearntAt
);

/// <summary>More time, given to them alone.</summary>
public sealed record ExtensionRow(
    string? Agency,
    string? Programme,
    DateOnly DueFrom,
    DateOnly DueOn,
    DateTimeOffset GivenAt,
    DateTimeOffset? TakenBackAt,
    string? Reason
);

/// <summary>An act by which something about them was learnt.</summary>
public sealed record ChangeRow(
    string? Agency,
    PeopleChangeKind Change,
    DateTimeOffset At,
    string Feed,
    string Reason,
    string Detail
);

/// <summary>An assignment.</summary>
public sealed record AssignmentRow(
    string? Agency,
    string? Programme,
    string Round,
    PersonKind Kind,
    IReadOnlyList<string> Modules,
    DateOnly OpensOn,
    DateOnly DueOn,
    DateOnly? PromisedUntil,
    DateTimeOffset CreatedAt,
    DateTimeOffset? HeldAt,
    DateTimeOffset? SignedAt,
    DateTimeOffset? DeclinedAt,
    DateTimeOffset? SupersededAt,
    DateTimeOffset? LeftAt
);

/// <summary>What an assignment was, from a moment on.</summary>
public sealed record AssignmentRecordRow(
    string? Programme,
    string Round,
    DateTimeOffset RecordedAt,
    DateOnly OpensOn,
    DateOnly DueOn,
    DateTimeOffset? HeldAt,
    DateTimeOffset? SignedAt,
    DateTimeOffset? DeclinedAt,
    DateTimeOffset? SupersededAt,
    DateTimeOffset? LeftAt
);

/// <summary>A signature.</summary>
public sealed record SignatureRow(
    Guid Id,
    string? Agency,
    DateTimeOffset SignedAt,
    string NameThen,
    string TypedName,
    string Statement,
    IReadOnlyList<string> Modules,
    string Method,
    long LedgerIndex
);

/// <summary>A module that was begun.</summary>
public sealed record ReadingRow(
    string? Agency,
    string Module,
    string Version,
    DateTimeOffset BegunAt,
    string Section,
    DateTimeOffset LastSeenAt
);

/// <summary>A section that was opened.</summary>
public sealed record OpenedSectionRow(string Module, string Section, DateTimeOffset OpenedAt);

/// <summary>A go at situations: how many, never what was answered.</summary>
public sealed record AttemptRow(
    string? Agency,
    string Module,
    int Situations,
    DateTimeOffset BegunAt,
    DateTimeOffset? PassedAt
);

/// <summary>A situation that was met.</summary>
public sealed record ScenarioRow(string Module, string Situation, DateTimeOffset LastMetAt);

/// <summary>A rule that was missed in a situation.</summary>
public sealed record MissedRow(string Module, string Obligation, DateTimeOffset LastMissedAt);

/// <summary>A question.</summary>
public sealed record QuestionRow(
    Guid Id,
    string? Agency,
    string? Module,
    string? Section,
    DateTimeOffset AskedAt,
    DateTimeOffset? WaitingSince
);

/// <summary>What was written in a question.</summary>
public sealed record MessageRow(Guid QuestionId, bool IsFromYou, string Text, DateTimeOffset At);

/// <summary>Something said to be wrong, and the answer.</summary>
public sealed record CorrectionRow(
    string? Agency,
    string Part,
    string Text,
    DateTimeOffset AskedAt,
    CorrectionOutcome? Outcome,
    string Answer,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? SeenAt,
    string Statement,
    DateTimeOffset? StatedAt
);

/// <summary>A mail.</summary>
public sealed record MailRow(
    string Subject,
    string ToName,
    string ToAddress,
    string Text,
    DateTimeOffset CreatedAt,
    OutboxState MailState,
    DateTimeOffset StateAt
);

/// <summary>A day on which there was a mail.</summary>
public sealed record DigestRow(
    DateOnly LocalDate,
    bool HasLeaderPart,
    bool HasHumanResourcesPart,
    DateTimeOffset At
);

/// <summary>A step of reminding.</summary>
public sealed record ReminderRow(
    string? Programme,
    string Round,
    ReminderStepKind Step,
    DateTimeOffset At
);

/// <summary>A sign-in session.</summary>
public sealed record SessionRow(string Method, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);

/// <summary>A link that works once.</summary>
public sealed record LinkRow(string Purpose, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt);

/// <summary>An entry of the audit log.</summary>
public sealed record AuditRow(DateTimeOffset At, string Action, string Subject, string Detail);

/// <summary>An entry of the audit log about them, and who caused it.</summary>
public sealed record AuditAboutRow(
    DateTimeOffset At,
    string Action,
    string? By,
    string Subject,
    string Detail
);

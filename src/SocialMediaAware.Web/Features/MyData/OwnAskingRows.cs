using SocialMediaAware.Web.Features.MoreTime;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>A request for more time, and how it was answered.</summary>
public sealed record TimeRequestRow(
    string? Programme,
    DateOnly Until,
    string Reason,
    DateTimeOffset AskedAt,
    AnswererPart? AnsweredAs,
    DateOnly? GrantedUntil,
    string Answer,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? SeenAt,
    DateTimeOffset? TakenBackAt
);

/// <summary>Something that they said they do not agree with.</summary>
public sealed record DisagreementRow(
    string? Programme,
    DateTimeOffset SaidAt,
    DateTimeOffset? TakenBackAt,
    DateOnly? TalkedOn
);

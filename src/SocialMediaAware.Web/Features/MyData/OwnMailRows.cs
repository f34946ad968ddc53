namespace SocialMediaAware.Web.Features.MyData;

/// <summary>That they were told that a due date has moved.</summary>
public sealed record ToldDateRow(
    string? Programme,
    string Round,
    DateOnly DueOn,
    DateTimeOffset At
);

/// <summary>An address of theirs that a mail server refused.</summary>
public sealed record RefusedAddressRow(
    string Address,
    string ServerSaid,
    DateTimeOffset RefusedAt,
    DateTimeOffset? ClearedAt
);

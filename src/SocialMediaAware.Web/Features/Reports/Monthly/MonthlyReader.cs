using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Reports.Monthly;

/// <summary>Somebody who gets the figures of an agency by mail each month, of all programmes or of one.</summary>
public sealed class MonthlyReader : IBelongsToAgency
{
    private MonthlyReader() { }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The account that gets them, while it may see the agency's reports.</summary>
    public Guid AccountId { get; private init; }

    /// <summary>The programme; <see cref="Guid.Empty" /> for all of them, also those to come.</summary>
    public Guid ProgrammeId { get; private init; }

    /// <summary>The account that chose them.</summary>
    public Guid AddedByAccountId { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>Chooses somebody.</summary>
    public static MonthlyReader Choose(
        Guid agencyId,
        Guid accountId,
        Guid? programmeId,
        Guid byAccountId,
        DateTimeOffset at
    ) =>
        new()
        {
            AgencyId = agencyId,
            AccountId = accountId,
            ProgrammeId = programmeId ?? Guid.Empty,
            AddedByAccountId = byAccountId,
            AddedAt = at,
        };
}

/// <summary>The one mail with an agency's figures that somebody got in a month.</summary>
public sealed class MonthlyMail : IBelongsToAgency
{
    private MonthlyMail() { }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The account that got it.</summary>
    public Guid AccountId { get; private init; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private init; }

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>Remembers one.</summary>
    public static MonthlyMail Write(
        Guid agencyId,
        Guid accountId,
        DateOnly month,
        DateTimeOffset at
    ) =>
        new()
        {
            AgencyId = agencyId,
            AccountId = accountId,
            Month = month,
            WrittenAt = at,
        };
}

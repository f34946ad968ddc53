using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>A person is away from a day until a day. Its kind is never held.</summary>
public sealed class Leave : IBelongsToAgency, IFact
{
    private Leave() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The person who is away.</summary>
    public Guid PersonId { get; private init; }

    /// <inheritdoc />
    public DateOnly HoldsFrom { get; private init; }

    /// <inheritdoc />
    public DateOnly? HoldsUntil { get; private init; }

    /// <inheritdoc />
    public DateTimeOffset LearntAt { get; private init; }

    /// <inheritdoc />
    public DateTimeOffset? UnlearntAt { get; private set; }

    /// <summary>Learns of a leave.</summary>
    public static Leave Learn(
        Guid agencyId,
        Guid personId,
        DateOnly from,
        DateOnly? until,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            PersonId = personId,
            HoldsFrom = from,
            HoldsUntil = until,
            LearntAt = at,
        };

    /// <summary>Unlearns it.</summary>
    public void Unlearn(DateTimeOffset at) => UnlearntAt ??= at;
}

/// <summary>A person is exempt, for a coded reason that only the HR who gave it sees.</summary>
public sealed class Exemption : IBelongsToAgency, IFact
{
    /// <summary>Longest reason code.</summary>
    public const int ReasonLength = 40;

    private Exemption() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The person who is exempt.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The programme they are exempt from.</summary>
    public Guid ProgrammeId { get; private init; }

    /// <summary>Why, as a code.</summary>
    public string ReasonCode { get; private init; } = "";

    /// <summary>The account that gave it, and alone sees why.</summary>
    public Guid GivenByAccountId { get; private init; }

    /// <inheritdoc />
    public DateOnly HoldsFrom { get; private init; }

    /// <inheritdoc />
    public DateOnly? HoldsUntil { get; private init; }

    /// <inheritdoc />
    public DateTimeOffset LearntAt { get; private init; }

    /// <inheritdoc />
    public DateTimeOffset? UnlearntAt { get; private set; }

    /// <summary>Gives an exemption that ends on a day.</summary>
    public static Exemption Give(
        Guid agencyId,
        Guid personId,
        Guid programmeId,
        string reasonCode,
        Guid givenByAccountId,
        DateOnly from,
        DateOnly until,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            PersonId = personId,
            ProgrammeId = programmeId,
            ReasonCode = reasonCode,
            GivenByAccountId = givenByAccountId,
            HoldsFrom = from,
            HoldsUntil = until,
            LearntAt = at,
        };

    /// <summary>Unlearns it.</summary>
    public void Unlearn(DateTimeOffset at) => UnlearntAt ??= at;
}

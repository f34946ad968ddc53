using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>A person is exempt, for a coded reason that only the HR who gave it sees.</summary>
public sealed class Exemption : IBelongsToAgency, IRevisableFact<Exemption>
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

    /// <inheritdoc />
    public Guid? LearntInId { get; private init; }

    /// <inheritdoc />
    public Guid? UnlearntInId { get; private set; }

    /// <summary>Gives an exemption that ends on a day.</summary>
    public static Exemption Give(
        Guid agencyId,
        Guid personId,
        Guid programmeId,
        string reasonCode,
        Guid givenByAccountId,
        DateOnly from,
        DateOnly until,
        DateTimeOffset at,
        PeopleChange? change = null
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
            LearntInId = change?.Id,
        };

    /// <inheritdoc />
    public Exemption Again(DateOnly from, DateOnly? until, PeopleChange change) =>
        new()
        {
            Id = Guid.CreateVersion7(change.At),
            AgencyId = AgencyId,
            PersonId = PersonId,
            ProgrammeId = ProgrammeId,
            ReasonCode = ReasonCode,
            GivenByAccountId = GivenByAccountId,
            HoldsFrom = from,
            HoldsUntil = until,
            LearntAt = change.At,
            LearntInId = change.Id,
        };

    /// <inheritdoc />
    public void Unlearn(PeopleChange change)
    {
        if (UnlearntAt is null)
        {
            (UnlearntAt, UnlearntInId) = (change.At, change.Id);
        }
    }

    /// <summary>Unlearns it, where nobody says why.</summary>
    public void Unlearn(DateTimeOffset at) => UnlearntAt ??= at;
}

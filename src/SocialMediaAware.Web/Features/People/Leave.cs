using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>A person is away from a day until a day. Its kind is never held.</summary>
public sealed class Leave : IBelongsToAgency, IRevisableFact<Leave>
{
    private Leave() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The person who is away.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The feed that owns this; null when it was entered by hand.</summary>
    public string? Feed { get; private init; }

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

    /// <summary>Learns of a leave.</summary>
    public static Leave Learn(
        Guid agencyId,
        Guid personId,
        DateOnly from,
        DateOnly? until,
        DateTimeOffset at,
        string? feed = null,
        PeopleChange? change = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            PersonId = personId,
            HoldsFrom = from,
            HoldsUntil = until,
            LearntAt = at,
            Feed = feed,
            LearntInId = change?.Id,
        };

    /// <inheritdoc />
    public Leave Again(DateOnly from, DateOnly? until, PeopleChange change) =>
        new()
        {
            Id = Guid.CreateVersion7(change.At),
            AgencyId = AgencyId,
            PersonId = PersonId,
            Feed = Feed,
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

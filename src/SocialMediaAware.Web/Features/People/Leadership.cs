using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>Who leads a person, from a day until a day. There can be several; one can be acting; none means the next one up.</summary>
public sealed class Leadership : IBelongsToAgency, IRevisableFact<Leadership>
{
    private Leadership() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The person who is led.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The person who leads.</summary>
    public Guid LeaderId { get; private init; }

    /// <summary>Whether they stand in for somebody.</summary>
    public bool IsActing { get; private init; }

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

    /// <summary>Learns who leads a person.</summary>
    public static Leadership Learn(
        Guid agencyId,
        Guid personId,
        Guid leaderId,
        bool isActing,
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
            LeaderId = leaderId,
            IsActing = isActing,
            HoldsFrom = from,
            HoldsUntil = until,
            LearntAt = at,
            Feed = feed,
            LearntInId = change?.Id,
        };

    /// <inheritdoc />
    public Leadership Again(DateOnly from, DateOnly? until, PeopleChange change) =>
        new()
        {
            Id = Guid.CreateVersion7(change.At),
            AgencyId = AgencyId,
            PersonId = PersonId,
            LeaderId = LeaderId,
            IsActing = IsActing,
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

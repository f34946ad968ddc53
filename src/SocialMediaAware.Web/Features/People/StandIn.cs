using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>What somebody does in a leader's place.</summary>
public enum StandInKind
{
    /// <summary>Leads in their place, in everything.</summary>
    Acting,

    /// <summary>Sees to who owes what on the leader's behalf: an assistant. They enter nothing and sign nothing.</summary>
    Assistant,
}

/// <summary>Somebody stands in for a leader, or sees to it on their behalf, from a day until a day: for everybody whom that leader leads.</summary>
public sealed class StandIn : IBelongsToAgency, IRevisableFact<StandIn>
{
    private StandIn() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The leader.</summary>
    public Guid LeaderId { get; private init; }

    /// <summary>Who stands in.</summary>
    public Guid StandInId { get; private init; }

    /// <summary>What they do.</summary>
    public StandInKind Kind { get; private init; }

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

    /// <summary>Learns who stands in.</summary>
    /// <exception cref="ArgumentException">Nobody stands in for themself.</exception>
    public static StandIn Learn(
        Guid agencyId,
        Guid leaderId,
        Guid standInId,
        StandInKind kind,
        DateOnly from,
        DateOnly? until,
        PeopleChange change
    ) =>
        leaderId == standInId
            ? throw new ArgumentException("Nobody stands in for themself.", nameof(standInId))
            : new()
            {
                Id = Guid.CreateVersion7(change.At),
                AgencyId = agencyId,
                LeaderId = leaderId,
                StandInId = standInId,
                Kind = kind,
                HoldsFrom = from,
                HoldsUntil = until,
                LearntAt = change.At,
                LearntInId = change.Id,
            };

    /// <inheritdoc />
    public StandIn Again(DateOnly from, DateOnly? until, PeopleChange change) =>
        new()
        {
            Id = Guid.CreateVersion7(change.At),
            AgencyId = AgencyId,
            LeaderId = LeaderId,
            StandInId = StandInId,
            Kind = Kind,
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
}

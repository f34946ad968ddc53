using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>
/// A task or position that brings duties of its own, from a day until a day: one of the words of
/// <see cref="Content.AudienceFlags" />, such as <c>spokespeople</c>.
/// </summary>
public sealed class PersonFlag : IBelongsToAgency, IRevisableFact<PersonFlag>
{
    /// <summary>Longest flag.</summary>
    public const int FlagLength = 60;

    private PersonFlag() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>Whose it is.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The word.</summary>
    public string Flag { get; private init; } = "";

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

    /// <summary>Learns that it holds.</summary>
    public static PersonFlag Learn(
        Guid agencyId,
        Guid personId,
        string flag,
        string? feed,
        DateOnly from,
        DateOnly? until,
        PeopleChange change
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(change.At),
            AgencyId = agencyId,
            PersonId = personId,
            Flag = flag,
            Feed = feed,
            HoldsFrom = from,
            HoldsUntil = until,
            LearntAt = change.At,
            LearntInId = change.Id,
        };

    /// <inheritdoc />
    public PersonFlag Again(DateOnly from, DateOnly? until, PeopleChange change) =>
        new()
        {
            Id = Guid.CreateVersion7(change.At),
            AgencyId = AgencyId,
            PersonId = PersonId,
            Flag = Flag,
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
}

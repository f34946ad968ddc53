using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>
/// Someone whom a code covers: employee, contractor, consultant or volunteer. A person stands above agencies; what ties them to
/// one are placements, which have walls.
/// </summary>
public sealed class Person
{
    /// <summary>Longest mail address (RFC 5321 section 4.5.3.1.3, less the angle brackets).</summary>
    public const int EmailLength = 254;

    private Person() { }

    /// <summary>Their id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Where mail reaches them; null for someone without an address.</summary>
    public string? Email { get; private set; }

    /// <summary>The IANA name of the zone whose dates are theirs.</summary>
    public string TimeZone { get; private set; } = "Pacific/Auckland";

    /// <summary>When the portal first learnt of them.</summary>
    public DateTimeOffset FirstAppearedAt { get; private init; }

    /// <summary>The New Zealand date of their death; null otherwise. No list, mail or calendar names them from then on.</summary>
    public DateOnly? DiedOn { get; private set; }

    /// <summary>The person they turned out to be; null for everybody who is held once.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>Takes a person in.</summary>
    public static Person Appear(string? email, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            Email = email,
            FirstAppearedAt = at,
        };

    /// <summary>Takes another address, or none.</summary>
    public void TakeAddress(string? email) => Email = email;

    /// <summary>Lives by the dates of another zone.</summary>
    /// <param name="timeZone">The IANA name of the zone.</param>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public void LiveIn(string timeZone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
        {
            throw new ArgumentException($"There is no time zone {timeZone}.", nameof(timeZone));
        }

        TimeZone = timeZone;
    }

    /// <summary>They have died.</summary>
    public void Die(DateOnly on) => DiedOn ??= on;

    /// <summary>It was a mistake: they live.</summary>
    public void TurnOutToLive() => DiedOn = null;

    /// <summary>They turned out to be somebody who is held already.</summary>
    /// <exception cref="InvalidOperationException">They are themselves, or were merged before.</exception>
    public void MergeInto(Person kept)
    {
        if (kept.Id == Id || kept.MergedIntoId is not null || MergedIntoId is not null)
        {
            throw new InvalidOperationException(
                "Only two people that are held apart can become one."
            );
        }

        MergedIntoId = kept.Id;
    }

    /// <summary>The person they turned out to be turned out to be another one.</summary>
    public void FollowInto(Person kept) =>
        MergedIntoId = MergedIntoId is null
            ? throw new InvalidOperationException("Nobody follows who was not merged.")
            : kept.Id;
}

/// <summary>What a person is called, from a day until a day. The newest is used everywhere; a former one only in sealed evidence.</summary>
public sealed class PersonName : IRevisableFact<PersonName>
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    private PersonName() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The person it is about.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The name as the person wants to be called, in the order they want.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The name in the agency's records, where it is another than the one they want to be called; null when it is the same.</summary>
    public string? OfficialName { get; private init; }

    /// <summary>Both names as <see cref="SearchWords.Of" /> writes them, to be found and sorted by.</summary>
    public string FoundBy { get; private init; } = "";

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

    /// <summary>Learns a name.</summary>
    public static PersonName Learn(
        Guid personId,
        string name,
        DateOnly from,
        DateTimeOffset at,
        string? officialName = null,
        PeopleChange? change = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            PersonId = personId,
            Name = name,
            OfficialName = officialName == name ? null : officialName,
            FoundBy = SearchWords.Of(officialName is null ? name : $"{name} {officialName}"),
            HoldsFrom = from,
            LearntAt = at,
            LearntInId = change?.Id,
        };

    /// <inheritdoc />
    public PersonName Again(DateOnly from, DateOnly? until, PeopleChange change) =>
        new()
        {
            Id = Guid.CreateVersion7(change.At),
            PersonId = PersonId,
            Name = Name,
            OfficialName = OfficialName,
            FoundBy = FoundBy,
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

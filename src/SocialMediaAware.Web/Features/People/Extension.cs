using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>
/// More time, for one person, a unit with those below it, a region, or a whole agency at once (a cyclone, a strike): what would be
/// due from a day on and before another is due on that other day. It is never deleted, only taken back.
/// </summary>
public sealed class Extension : IBelongsToAgency
{
    private Extension() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>The one programme; null for all of the agency's.</summary>
    public Guid? ProgrammeId { get; private init; }

    /// <summary>The one person; null for more.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>The unit, with those below it; null for any.</summary>
    public Guid? UnitId { get; private init; }

    /// <summary>The region; null for any.</summary>
    public string? Region { get; private init; }

    /// <summary>Due dates from this day on move.</summary>
    public DateOnly DueFrom { get; private init; }

    /// <summary>Due dates before this day move to it, or to the working day before it.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>The act by which it was given: who and why.</summary>
    public Guid GivenInId { get; private init; }

    /// <summary>When it was given (UTC).</summary>
    public DateTimeOffset GivenAt { get; private init; }

    /// <summary>When it was taken back (UTC); null while it holds.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>The act by which it was taken back.</summary>
    public Guid? TakenBackInId { get; private set; }

    /// <summary>Gives more time.</summary>
    /// <exception cref="ArgumentException">The new day is not later, or it is for a person and for others at once.</exception>
    public static Extension Give(
        Guid agencyId,
        Guid? programmeId,
        Guid? personId,
        Guid? unitId,
        string? region,
        DateOnly dueFrom,
        DateOnly dueOn,
        PeopleChange change
    )
    {
        if (dueOn <= dueFrom)
        {
            throw new ArgumentException("More time ends later than it begins.", nameof(dueOn));
        }

        if (personId is not null && (unitId is not null || region is not null))
        {
            throw new ArgumentException(
                "It is for one person, or for a unit and region.",
                nameof(personId)
            );
        }

        return new()
        {
            Id = Guid.CreateVersion7(change.At),
            AgencyId = agencyId,
            ProgrammeId = programmeId,
            PersonId = personId,
            UnitId = unitId,
            Region = region,
            DueFrom = dueFrom,
            DueOn = dueOn,
            GivenInId = change.Id,
            GivenAt = change.At,
        };
    }

    /// <summary>Takes it back: dates are computed without it.</summary>
    public void TakeBack(PeopleChange change)
    {
        if (TakenBackAt is null)
        {
            (TakenBackAt, TakenBackInId) = (change.At, change.Id);
        }
    }
}

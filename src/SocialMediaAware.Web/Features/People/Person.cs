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

    /// <summary>Takes a person in.</summary>
    public static Person Appear(string? email, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            Email = email,
            FirstAppearedAt = at,
        };
}

/// <summary>What a person is called, from a day until a day. The newest is used everywhere; a former one only in sealed evidence.</summary>
public sealed class PersonName : IFact
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

    /// <inheritdoc />
    public DateOnly HoldsFrom { get; private init; }

    /// <inheritdoc />
    public DateOnly? HoldsUntil { get; private init; }

    /// <inheritdoc />
    public DateTimeOffset LearntAt { get; private init; }

    /// <inheritdoc />
    public DateTimeOffset? UnlearntAt { get; private set; }

    /// <summary>Learns a name.</summary>
    public static PersonName Learn(Guid personId, string name, DateOnly from, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            PersonId = personId,
            Name = name,
            HoldsFrom = from,
            LearntAt = at,
        };

    /// <summary>Unlearns it.</summary>
    public void Unlearn(DateTimeOffset at) => UnlearntAt ??= at;
}

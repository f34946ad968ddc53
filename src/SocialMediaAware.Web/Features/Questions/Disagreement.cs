using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Questions;

/// <summary>
/// Somebody said that they read something and do not agree. It stays when they sign after all. What was said in a talk about it is
/// never kept, only the day.
/// </summary>
public sealed class Disagreement : IBelongsToAgency
{
    private Disagreement() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>What it is about.</summary>
    public Guid AssignmentId { get; private init; }

    /// <summary>Who said so.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset SaidAt { get; private init; }

    /// <summary>When they changed their mind (UTC); null while they have not.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>The New Zealand date on which somebody of HR talked about it with them; null before.</summary>
    public DateOnly? TalkedOn { get; private set; }

    /// <summary>The account that entered that.</summary>
    public Guid? TalkedByAccountId { get; private set; }

    /// <summary>Says it.</summary>
    public static Disagreement Say(
        Guid agencyId,
        Guid assignmentId,
        Guid personId,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            AssignmentId = assignmentId,
            PersonId = personId,
            SaidAt = at,
        };

    /// <summary>The person changed their mind.</summary>
    public void TakeBack(DateTimeOffset at) => TakenBackAt ??= at;

    /// <summary>Somebody of HR talked about it with them. A later entry takes the place of an earlier one.</summary>
    /// <exception cref="ArgumentException">The day lies before it was said.</exception>
    public void TalkedAbout(DateOnly day, DateOnly saidOn, Guid byAccountId)
    {
        if (day < saidOn)
        {
            throw new ArgumentException("A talk about it comes after it was said.", nameof(day));
        }

        (TalkedOn, TalkedByAccountId) = (day, byAccountId);
    }
}

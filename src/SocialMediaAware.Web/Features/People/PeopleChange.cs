using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.People;

/// <summary>What kind of act it is by which the portal learns about people.</summary>
public enum PeopleChangeKind
{
    /// <summary>Somebody was entered by hand.</summary>
    Entered,

    /// <summary>HR edited what is held on a person.</summary>
    Edited,

    /// <summary>A file was imported.</summary>
    Imported,

    /// <summary>Leave was entered, changed or taken back.</summary>
    Leave,

    /// <summary>An exemption or extension was given or taken back.</summary>
    Relief,

    /// <summary>Leaders, stand-ins or assistants changed.</summary>
    Leaders,

    /// <summary>Somebody left.</summary>
    Left,

    /// <summary>Somebody died, or turned out to live.</summary>
    Died,

    /// <summary>Two turned out to be one person.</summary>
    Merged,

    /// <summary>Units were renamed, moved, merged or split.</summary>
    Restructured,
}

/// <summary>
/// One act by which the portal learnt or unlearnt facts about people or units: who, when and why. It is never changed or deleted;
/// facts name the act that brought them and the act that ended them.
/// </summary>
public sealed class PeopleChange : IBelongsToAgency
{
    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 500;

    private PeopleChange() { }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public Guid AgencyId { get; private init; }

    /// <summary>What kind of act it is.</summary>
    public PeopleChangeKind Kind { get; private init; }

    /// <summary>The one person it is about; null for an act about many, such as an import.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>The account that did it; null for what the portal does by itself.</summary>
    public Guid? ByAccountId { get; private init; }

    /// <summary>The feed that brought it; empty for what was done by hand.</summary>
    public string Feed { get; private init; } = "";

    /// <summary>Why, in the words of whoever did it. Never a diagnosis, and never a kind of leave.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>What changed that is no fact with two times, such as an address, in words; empty for most.</summary>
    public string Detail { get; private init; } = "";

    /// <summary>Records an act.</summary>
    /// <param name="agencyId">The agency whose facts they are.</param>
    /// <param name="kind">What kind of act it is.</param>
    /// <param name="personId">The one person it is about; null for an act about many.</param>
    /// <param name="byAccountId">The account that did it; null for what the portal does by itself.</param>
    /// <param name="reason">Why. What is longer than <see cref="ReasonLength" /> is refused by the page, and cut here.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="feed">The feed that brought it.</param>
    /// <param name="detail">What changed that is no fact with two times.</param>
    public static PeopleChange Record(
        Guid agencyId,
        PeopleChangeKind kind,
        Guid? personId,
        Guid? byAccountId,
        string reason,
        DateTimeOffset at,
        string feed = "",
        string detail = ""
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = agencyId,
            Kind = kind,
            PersonId = personId,
            ByAccountId = byAccountId,
            Reason = Cut(reason),
            Feed = feed,
            Detail = Cut(detail),
            At = at,
        };

    private static string Cut(string text) =>
        text.Length <= ReasonLength ? text : text[..ReasonLength];
}

namespace SocialMediaAware.Web.Features.People.Records;

/// <summary>Where somebody stands to an agency today.</summary>
public enum PeopleStanding
{
    /// <summary>Here today, or about to start.</summary>
    Current,

    /// <summary>Here today.</summary>
    Here,

    /// <summary>About to start.</summary>
    Starting,

    /// <summary>No longer here.</summary>
    Left,

    /// <summary>Here or about to start, and no mail reaches them.</summary>
    WithoutAddress,

    /// <summary>Everybody who is or ever was here.</summary>
    Everybody,
}

/// <summary>What is looked for in the list of people of one agency.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="UnitIds">The units; null for the whole agency.</param>
/// <param name="Words">Parts of a name or mail address, or an employee number; empty for everybody.</param>
/// <param name="Kind">How they stand to the agency; null for any.</param>
/// <param name="Region">Their region; null for any.</param>
/// <param name="Flag">A task or position; null for any.</param>
/// <param name="Standing">Where they stand today.</param>
/// <param name="FindsFormerNames">Whether a name that somebody no longer has finds them: for HR alone.</param>
public sealed record PeopleSearch(
    Guid AgencyId,
    IReadOnlyList<Guid>? UnitIds,
    string Words,
    PersonKind? Kind,
    string? Region,
    string? Flag,
    PeopleStanding Standing,
    bool FindsFormerNames
);

/// <summary>Somebody in the list.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">What they are called now.</param>
/// <param name="Email">Their address; null without one.</param>
/// <param name="Main">Where they are, will be or were: the position that stands for them.</param>
/// <param name="Others">How many other positions they hold on the same day.</param>
public sealed record PersonLine(
    Guid Id,
    string Name,
    string? Email,
    PlacementLine Main,
    int Others
);

/// <summary>A position in the list.</summary>
public sealed record PlacementLine(
    Guid PersonId,
    Guid UnitId,
    PersonKind Kind,
    string Position,
    bool IsSecondment,
    DateOnly From,
    DateOnly? Until
)
{
    /// <summary>0 while it holds, 1 before, 2 after.</summary>
    public int PhaseOn(DateOnly day) =>
        From > day ? 1
        : Until is null || Until > day ? 0
        : 2;
}

/// <summary>A page of the list.</summary>
public sealed record PeoplePage(IReadOnlyList<PersonLine> People, int Count, int Page, int Pages);

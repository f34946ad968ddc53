namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>What an import does with a person.</summary>
public enum ImportOutcome
{
    /// <summary>Nothing: the file says what is held.</summary>
    Unchanged,

    /// <summary>They are taken in.</summary>
    New,

    /// <summary>Something about them changes.</summary>
    Changed,

    /// <summary>Their placements end.</summary>
    Ended,

    /// <summary>They were here before, and come back.</summary>
    Back,

    /// <summary>Who they are is not certain: HR decides.</summary>
    Conflict,
}

/// <summary>One thing about a person that changes.</summary>
/// <param name="What">What, as the column is named.</param>
/// <param name="From">What is held; empty for nothing.</param>
/// <param name="To">What the file says; empty for nothing.</param>
public sealed record PlannedChange(string What, string From, string To);

/// <summary>Somebody who may be the person of a line.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">What they are called; empty for somebody of another agency.</param>
/// <param name="EmployeeNumber">Their number; empty without one.</param>
/// <param name="Why">What speaks for it: <c>Mail</c>, <c>Name</c>, <c>Number</c> or <c>Elsewhere</c>.</param>
public sealed record Lookalike(Guid PersonId, string Name, string EmployeeNumber, string Why);

/// <summary>What an import does with one person, for HR to read before it is done.</summary>
/// <param name="Outcome">What.</param>
/// <param name="Line">The first line about them; 0 for somebody whom the file does not name any more.</param>
/// <param name="EmployeeNumber">Their number.</param>
/// <param name="Name">What they are called in the file, or were.</param>
/// <param name="Unit">The unit they are placed in, or were.</param>
/// <param name="From">From which day; null for nothing that has a day.</param>
public sealed record PersonPlan(
    ImportOutcome Outcome,
    int Line,
    string EmployeeNumber,
    string Name,
    string Unit,
    DateOnly? From
)
{
    /// <summary>What changes.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; init; } = [];

    /// <summary>Who they may be, where that is not certain.</summary>
    public IReadOnlyList<Lookalike> Lookalikes { get; init; } = [];
}

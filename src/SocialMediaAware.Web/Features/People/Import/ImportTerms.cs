namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>What an import goes by, beside its file.</summary>
/// <param name="AgencyId">Whose people they are.</param>
/// <param name="Feed">The feed that the file comes from: it ends only what it brought.</param>
/// <param name="Day">The day of the import, as a New Zealand date: what is new holds from it, what is missing ends on it.</param>
/// <param name="Decisions">What HR decided about people of whom the file alone does not tell who they are, by employee number.</param>
public sealed record ImportTerms(
    Guid AgencyId,
    string Feed,
    DateOnly Day,
    ImportDecisions Decisions
);

/// <summary>Who somebody is, where HR decided it: a person who is held already, or <see cref="SomebodyNew" />.</summary>
public sealed class ImportDecisions
{
    /// <summary>Says that somebody is not held yet.</summary>
    public static readonly Guid SomebodyNew = Guid.Empty;

    private readonly Dictionary<string, Guid> byNumber = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Nothing decided.</summary>
    public ImportDecisions() { }

    /// <summary>Takes decisions in.</summary>
    public ImportDecisions(IEnumerable<KeyValuePair<string, Guid>> decided)
    {
        foreach (var (number, person) in decided)
        {
            byNumber[number] = person;
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<string, Guid> All => byNumber;

    /// <summary>Who has a number; null while nobody decided.</summary>
    public Guid? Of(string employeeNumber) =>
        byNumber.TryGetValue(employeeNumber, out var person) ? person : null;
}

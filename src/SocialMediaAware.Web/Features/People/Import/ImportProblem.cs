namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Something in a file that is wrong, and keeps all of it from being applied.</summary>
/// <param name="Key">The key of its text: <c>Problem</c> and this.</param>
/// <param name="Line">The line of the file; 0 for the file as a whole.</param>
/// <param name="Column">The column, as the file names it; empty for the whole line.</param>
/// <param name="Value">The value that is wrong; empty where none is.</param>
/// <param name="Detail">What else the text names.</param>
public sealed record ImportProblem(
    string Key,
    int Line,
    string Column = "",
    string Value = "",
    string Detail = ""
);

/// <summary>What is wrong with a file. The first are kept, all are counted: a wrong column makes as many as there are lines.</summary>
public sealed class ImportProblems
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 1000;

    private readonly List<ImportProblem> all = [];

    /// <summary>The first, in the order of their lines.</summary>
    public IReadOnlyList<ImportProblem> First => [.. all.OrderBy(problem => problem.Line)];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(ImportProblem problem)
    {
        Count++;
        if (all.Count < Kept)
        {
            all.Add(problem);
        }
    }
}

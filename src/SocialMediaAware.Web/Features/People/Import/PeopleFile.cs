using System.Globalization;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>A file about people, read: what it says line by line, and what is wrong with it.</summary>
public sealed class PeopleFile
{
    private readonly HashSet<PeopleColumn> present;

    private PeopleFile(HashSet<PeopleColumn> present) => this.present = present;

    /// <summary>Its lines that can be read.</summary>
    public required IReadOnlyList<PeopleLine> Lines { get; init; }

    /// <summary>What is wrong with the others.</summary>
    public required ImportProblems Problems { get; init; }

    /// <summary>Columns that are not known, as the file names them. They are left out.</summary>
    public required IReadOnlyList<string> UnknownColumns { get; init; }

    /// <summary>Whether its letters are written in a way that has no macrons.</summary>
    public bool LacksMacrons { get; private init; }

    /// <summary>Whether a column is there. What a file has no column for is not touched.</summary>
    public bool Has(PeopleColumn column) => present.Contains(column);

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file, which can be read more than once.</param>
    /// <param name="regions">The regions that there are.</param>
    /// <exception cref="TableRefusedException">It is no table of people.</exception>
    public static PeopleFile Read(Stream file, RegionNames regions)
    {
        using var table = TableFile.Open(file, PeopleColumns.IsHeader);
        var problems = new ImportProblems();
        var (columns, unknown) = ReadHeader(table.Header, problems);
        var reading = new LineReading(columns, regions, problems);
        var lines = new List<PeopleLine>();
        foreach (var row in table.Rows())
        {
            if (HasItsCells(row, table, problems) && reading.Read(row) is { } line)
            {
                lines.Add(line);
            }
        }

        if (lines.Count == 0 && problems.Count == 0)
        {
            throw new TableRefusedException("NoLines");
        }

        lines.TrimExcess();
        return new PeopleFile([.. columns.Keys])
        {
            Lines = lines,
            Problems = problems,
            UnknownColumns = unknown,
            LacksMacrons = table.Encoding is { } encoding && !TextDecoding.HasMacrons(encoding),
        };
    }

    private static (Dictionary<PeopleColumn, int>, IReadOnlyList<string> Unknown) ReadHeader(
        TableRow header,
        ImportProblems problems
    )
    {
        var columns = new Dictionary<PeopleColumn, int>();
        var unknown = new List<string>();
        for (var at = 0; at < header.Cells.Length; at++)
        {
            var name = header.Cells[at].Trim();
            if (PeopleColumns.Find(name) is not { } column)
            {
                unknown.AddRange(name.Length == 0 ? [] : [name]);
            }
            else if (!columns.TryAdd(column, at))
            {
                problems.Add(
                    new ImportProblem(
                        "ColumnTwice",
                        header.Line,
                        column.NameOf(),
                        name,
                        header.Cells[columns[column]].Trim()
                    )
                );
            }
        }

        var missing = PeopleColumns
            .Required.Where(column => !columns.ContainsKey(column))
            .Select(column => column.NameOf())
            .ToList();
        return missing.Count == 0
            ? (columns, unknown)
            : throw new TableRefusedException(
                "ColumnsMissing",
                string.Join(", ", missing),
                string.Join(", ", header.Cells.Select(cell => cell.Trim()).Take(30))
            );
    }

    // A line with a cell too many or too few has its values under the wrong names: a comma that is not in quotation marks.
    private static bool HasItsCells(TableRow row, TableFile table, ImportProblems problems)
    {
        var expected = table.Header.Cells.Length;
        var tooMany = row.Cells.Skip(expected).Any(cell => !string.IsNullOrWhiteSpace(cell));
        if (!tooMany && (table.IsWorkbook || row.Cells.Length >= expected))
        {
            return true;
        }

        problems.Add(
            new ImportProblem(
                "Cells",
                row.Line,
                Value: row.Cells.Length.ToString(CultureInfo.InvariantCulture),
                Detail: expected.ToString(CultureInfo.InvariantCulture)
            )
        );
        return false;
    }
}

using System.Globalization;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Reads one line of a file about people, and says what is wrong with it.</summary>
/// <param name="columns">Where each column stands.</param>
/// <param name="regions">The regions that there are.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class LineReading(
    Dictionary<PeopleColumn, int> columns,
    RegionNames regions,
    ImportProblems problems
)
{
    // What a spreadsheet shows instead of a value that it could not work out.
    private static readonly string[] Failures =
    [
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "#NUM!",
        "#NULL!",
    ];

    // Blanks that do not break, from web pages, and the mark of a file's start are blanks too.
    private static readonly char[] Blanks = ['\u00A0', '\uFEFF', '\u200B'];

    private int line;
    private string[] cells = [];
    private bool isRight;
    private readonly HashSet<PeopleColumn> problemsTold = [];

    /// <summary>Reads it; null when something is wrong with it.</summary>
    public PeopleLine? Read(TableRow row)
    {
        (line, cells, isRight) = (row.Line, row.Cells, true);
        problemsTold.Clear();
        var starts = Value(PeopleColumn.StartDate, CellReading.Date, "Date");
        var leaveFrom = Value(PeopleColumn.LeaveFrom, CellReading.Date, "Date");
        var read = new PeopleLine
        {
            Line = line,
            EmployeeNumber = Needed(PeopleColumn.EmployeeNumber, Placement.EmployeeNumberLength),
            Name = Needed(PeopleColumn.Name, PersonName.NameLength),
            Unit = Needed(PeopleColumn.Unit, 1000),
            OfficialName = Text(PeopleColumn.OfficialName, PersonName.NameLength),
            Email = Email(),
            Position = Text(PeopleColumn.Position, Placement.PositionLength),
            PositionNumber = Text(PeopleColumn.PositionNumber, Placement.PositionNumberLength),
            Kind = Value(PeopleColumn.Kind, CellReading.Kind, "Kind"),
            Region = Region(),
            TimeZone = Zone(),
            WorkDays = Value(PeopleColumn.WorkDays, CellReading.Days, "WorkDays"),
            StartsOn = starts,
            EndsBefore = DayAfter(PeopleColumn.EndDate, PeopleColumn.StartDate, starts),
            Leaders = Leaders(),
            Flags = Flags(),
            LeaveFrom = leaveFrom,
            LeaveBefore = DayAfter(PeopleColumn.LeaveUntil, PeopleColumn.LeaveFrom, leaveFrom),
            IsSecondment = Value(PeopleColumn.Secondment, CellReading.YesOrNo, "YesOrNo"),
            From = Value(PeopleColumn.From, CellReading.Date, "Date"),
        };
        if (read.LeaveBefore is not null && read.LeaveFrom is null)
        {
            Wrong("LeaveFromMissing", PeopleColumn.LeaveUntil, Cell(PeopleColumn.LeaveUntil));
        }

        return isRight ? read : null;
    }

    private string Cell(PeopleColumn column)
    {
        if (!columns.TryGetValue(column, out var at) || at >= cells.Length)
        {
            return "";
        }

        var cell = cells[at].Trim().Trim(Blanks);
        if (cell.StartsWith('#') && Failures.Contains(cell, StringComparer.Ordinal))
        {
            Wrong("Failure", column, cell);
            return "";
        }

        return cell;
    }

    private string? Text(PeopleColumn column, int length)
    {
        var cell = Cell(column);
        if (cell.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            cell = string.Join(' ', CellReading.Several(cell, '\n', '\r'));
        }

        if (cell.Length > length)
        {
            Wrong(
                "TooLong",
                column,
                cell[..40] + "…",
                length.ToString(CultureInfo.InvariantCulture)
            );
        }
        else if (cell.Any(char.IsControl))
        {
            Wrong("Control", column, string.Concat(cell.Where(letter => !char.IsControl(letter))));
        }

        return cell.Length == 0 ? null : cell;
    }

    private string Needed(PeopleColumn column, int length)
    {
        var text = Text(column, length);
        if (text is null && !problemsTold.Contains(column))
        {
            Wrong("Missing", column, "");
        }

        return text ?? "";
    }

    private T? Value<T>(PeopleColumn column, Func<string, T?> read, string problem)
        where T : struct
    {
        var cell = Cell(column);
        if (cell.Length == 0)
        {
            return null;
        }

        var value = read(cell);
        if (value is null)
        {
            Wrong(problem, column, cell);
        }

        return value;
    }

    // Files name the last day; facts the first day on which they no longer hold.
    private DateOnly? DayAfter(PeopleColumn column, PeopleColumn startColumn, DateOnly? start)
    {
        var last = Value(column, CellReading.Date, "Date");
        if (last < start)
        {
            Wrong("EndBeforeStart", column, Cell(column), Cell(startColumn));
        }

        return last?.AddDays(1);
    }

    private string? Email()
    {
        var cell = Cell(PeopleColumn.Email);
        if (cell.Length > 0 && !CellReading.IsEmail(cell))
        {
            Wrong("Email", PeopleColumn.Email, cell);
        }

        return cell.Length == 0 ? null : cell;
    }

    private string? Region()
    {
        var cell = Cell(PeopleColumn.Region);
        var region = cell.Length == 0 ? null : regions.Find(cell);
        if (cell.Length > 0 && region is null)
        {
            Wrong("Region", PeopleColumn.Region, cell, string.Join(", ", regions.All));
        }

        return region;
    }

    private string? Zone()
    {
        var cell = Cell(PeopleColumn.TimeZone);
        var zone = cell.Length == 0 ? null : CellReading.Zone(cell);
        if (cell.Length > 0 && zone is null)
        {
            Wrong("TimeZone", PeopleColumn.TimeZone, cell);
        }

        return zone;
    }

    private IReadOnlyList<string> Leaders() =>
        [
            .. CellReading
                .Several(Cell(PeopleColumn.LeaderEmployeeNumber), ';', ',', '|')
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private IReadOnlyList<string> Flags()
    {
        var cell = Cell(PeopleColumn.Flags);
        var (flags, unknown) = CellReading.Flags(cell);
        if (unknown is not null)
        {
            Wrong(
                "Flag",
                PeopleColumn.Flags,
                unknown,
                string.Join(", ", Content.AudienceFlags.All)
            );
        }

        return flags;
    }

    private void Wrong(string key, PeopleColumn column, string value, string detail = "")
    {
        isRight = false;
        if (problemsTold.Add(column))
        {
            problems.Add(new ImportProblem(key, line, column.NameOf(), value, detail));
        }
    }
}

using FsCheck;
using FsCheck.Fluent;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>A file that came on a day: the days since the one before, the feed, and its lines.</summary>
/// <param name="DaysLater">The days since the one before.</param>
/// <param name="Feed">The feed.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="MoveIn">In how many days Customer was to go on in Finance, by a restructure just before; null for none.</param>
public sealed record Coming(int DaysLater, string Feed, IReadOnlyList<string> Lines, int? MoveIn)
{
    private const string Header =
        "employee_number,name,unit,position,position_number,kind,start_date,end_date,leader_employee_number,flags,leave_from,leave_until,from\n";

    public string File => Header + string.Concat(Lines);

    public override string ToString() =>
        $"{DaysLater} days later {Feed}, move in {MoveIn}:\n{File}";
}

/// <summary>Histories of files that come one after another, drawn at random.</summary>
internal static class ImportHistories
{
    /// <summary>Any history of files; one that breaks a rule is made as short as it still breaks it.</summary>
    public static Arbitrary<List<Coming>> Any { get; } = Arb.From(Histories, Shorter);

    // Without a file, or without a line of one: the last line stays, so that no file is empty.
    private static IEnumerable<List<Coming>> Shorter(List<Coming> history)
    {
        for (var at = 0; history.Count > 1 && at < history.Count; at++)
        {
            var left = history.ToList();
            left.RemoveAt(at);
            yield return left;
        }

        for (var at = 0; at < history.Count; at++)
        {
            for (var line = 0; line < history[at].Lines.Count - 1; line++)
            {
                List<string> lines = [.. history[at].Lines];
                lines.RemoveAt(line);
                List<Coming> left = [.. history];
                left[at] = left[at] with { Lines = lines };
                yield return left;
            }
        }
    }

    private static Gen<List<Coming>> Histories =>
        from count in Gen.Choose(1, 5)
        from comings in Comings.ListOf(count)
        select comings.ToList();

    private static Gen<Coming> Comings =>
        from later in Gen.Elements(0, 0, 1, 7, 30)
        from feed in Gen.Elements("payroll", "payroll", "volunteers")
        from fromDay in Gen.Elements("", "", "2026-11-01", "2026-11-25")
        from lines in LinesOf(fromDay).ListOf(8)
        from moveIn in Gen.Elements<int?>(null, null, null, 10, 60)
        select new Coming(
            later,
            feed,
            [
                .. lines
                    .DistinctBy(line => (line.Number, line.Position))
                    .Where(line => line.IsThere)
                    .Append(new Line("Z", "", "Customer", "Z", "Z", "", true))
                    .Select(line => line.Text),
            ],
            moveIn
        );

    private sealed record Line(
        string Number,
        string Position,
        string Unit,
        string Title,
        string Name,
        string Rest,
        bool IsThere
    )
    {
        public string Text =>
            $"{Number},{Name},{Unit},{Title},{Position},{(Rest.Length == 0 ? ",,,,,,," : Rest)}\n";
    }

    // What hangs on the person depends on their number alone within one file, so that two lines of one person agree.
    private static Gen<Line> LinesOf(string fromDay) =>
        from number in Gen.Elements("1", "2", "3", "4", "H1")
        from position in Gen.Elements("", "P1", "P2")
        from unit in Gen.Elements("Customer", "Finance", "Southern region")
        from title in Gen.Elements("Adviser", "Head")
        from kind in Gen.Elements("employee", "contractor")
        from start in Gen.Elements("", "2026-10-01", "2026-11-20", "2026-12-15")
        from end in Gen.Elements("", "", "2026-11-18", "2026-12-20", "2027-02-01")
        from leader in Gen.Elements("", "Z")
        from flags in Gen.Elements("", "candidates", "candidates;spokespeople")
        from isThere in Gen.Elements(true, true, false)
        let begins = fromDay.Length > 0 && string.CompareOrdinal(start, fromDay) > 0 ? "" : start
        let ends = end.Length > 0
        && (string.CompareOrdinal(end, begins) < 0 || string.CompareOrdinal(end, fromDay) < 0)
            ? ""
            : end
        select new Line(
            number,
            position,
            unit,
            title,
            $"Person {number}",
            $"{kind},{begins},{ends},{leader},{flags},,,{fromDay}",
            isThere
        );
}

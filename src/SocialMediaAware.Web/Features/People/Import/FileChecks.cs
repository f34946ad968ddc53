using System.Globalization;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Looks at a file as a whole: what is right line by line can still contradict itself.</summary>
/// <param name="file">The file.</param>
/// <param name="people">Its lines by person.</param>
/// <param name="units">The units that there are.</param>
internal sealed class FileChecks(
    PeopleFile file,
    IReadOnlyList<LinesOfPerson> people,
    UnitFinder units
)
{
    private static readonly (PeopleColumn Column, Func<PeopleLine, string?> Value)[] OfThePerson =
    [
        (PeopleColumn.Name, line => line.Name),
        (PeopleColumn.OfficialName, line => line.OfficialName),
        (PeopleColumn.Email, line => line.Email?.ToUpperInvariant()),
        (PeopleColumn.TimeZone, line => line.TimeZone),
        // With other days for each of their positions nobody could say which of them ended when.
        (PeopleColumn.From, line => line.From?.ForFile()),
        (PeopleColumn.LeaveFrom, line => line.LeaveFrom?.ForFile()),
        (PeopleColumn.LeaveUntil, line => line.LeaveBefore?.AddDays(-1).ForFile()),
    ];

    /// <summary>Looks. What is wrong goes to the problems of the file.</summary>
    public void Run()
    {
        foreach (var person in people)
        {
            CheckPositions(person);
        }

        CheckAddresses();
        CheckUnits();
    }

    private void CheckPositions(LinesOfPerson person)
    {
        var first = person.First;
        foreach (var line in person.Lines.Where(line => line.From < line.StartsOn))
        {
            Wrong(
                "EndBeforeStart",
                line,
                PeopleColumn.From,
                line.From!.Value.ForFile(),
                line.StartsOn!.Value.ForFile()
            );
        }

        foreach (var line in person.Lines.Where(line => line.EndsBefore <= line.From))
        {
            Wrong(
                "EndBeforeStart",
                line,
                PeopleColumn.EndDate,
                line.EndsBefore!.Value.AddDays(-1).ForFile(),
                line.From!.Value.ForFile()
            );
        }

        foreach (var line in person.Lines.Where(line => line != first))
        {
            foreach (var (column, value) in OfThePerson)
            {
                if (value(line) != value(first))
                {
                    Wrong("Disagrees", line, column, value(line) ?? "", value(first) ?? "");
                }
            }
        }

        for (var at = 1; at < person.Lines.Count; at++)
        {
            var (before, line) = (person.Lines[at - 1], person.Lines[at]);
            if (
                string.Equals(
                    before.PositionNumber,
                    line.PositionNumber,
                    StringComparison.OrdinalIgnoreCase
                )
            )
            {
                var (one, other) = before.Line < line.Line ? (before, line) : (line, before);
                Wrong(
                    "Twice",
                    other,
                    PeopleColumn.EmployeeNumber,
                    other.EmployeeNumber,
                    one.Line.ToString(CultureInfo.InvariantCulture)
                );
            }
        }
    }

    private void CheckAddresses()
    {
        var seen = new Dictionary<string, PeopleLine>(StringComparer.OrdinalIgnoreCase);
        foreach (var person in people.OrderBy(person => person.First.Line))
        {
            if (person.First.Email is { } email && !seen.TryAdd(email, person.First))
            {
                Wrong(
                    "EmailTwice",
                    person.First,
                    PeopleColumn.Email,
                    email,
                    seen[email].Line.ToString(CultureInfo.InvariantCulture)
                );
            }
        }
    }

    private void CheckUnits()
    {
        var known = new Dictionary<string, IReadOnlyList<Guid>>(StringComparer.Ordinal);
        foreach (var line in file.Lines)
        {
            if (!known.TryGetValue(line.Unit, out var found))
            {
                known[line.Unit] = found = units.Find(line.Unit);
            }

            if (found.Count == 0)
            {
                Wrong("UnitUnknown", line, PeopleColumn.Unit, line.Unit);
            }
            else if (found.Count > 1)
            {
                var ways = found.Select(units.WayTo).Order(StringComparer.Ordinal).Take(5);
                Wrong("UnitAmbiguous", line, PeopleColumn.Unit, line.Unit, string.Join("; ", ways));
            }
        }
    }

    private void Wrong(
        string key,
        PeopleLine line,
        PeopleColumn column,
        string value,
        string detail = ""
    ) => file.Problems.Add(new ImportProblem(key, line.Line, column.NameOf(), value, detail));
}

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>All that a file says about one person: a line for each of their positions.</summary>
/// <param name="lines">The lines, with the same employee number.</param>
public sealed class LinesOfPerson(ArraySegment<PeopleLine> lines)
{
    /// <summary>The line that comes first in the file.</summary>
    public PeopleLine First { get; } = lines.MinBy(line => line.Line)!;

    /// <summary>The lines, by number of position.</summary>
    public ArraySegment<PeopleLine> Lines { get; } = lines;

    /// <summary>Their number.</summary>
    public string EmployeeNumber => First.EmployeeNumber;

    /// <summary>Who leads them, said in any of the lines.</summary>
    public IEnumerable<string> Leaders =>
        Lines.Count == 1
            ? First.Leaders
            : Lines.SelectMany(line => line.Leaders).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Their flags, said in any of the lines.</summary>
    public IEnumerable<string> Flags =>
        Lines.Count == 1
            ? First.Flags
            : Lines.SelectMany(line => line.Flags).Distinct(StringComparer.Ordinal);

    /// <summary>Whether each of their positions had ended before a day began.</summary>
    public bool IsOver(DateOnly day) => Lines.All(line => line.EndsBefore <= day);

    /// <summary>Sorts the lines of a file by person. The order in which they stand in it does not matter.</summary>
    public static IReadOnlyList<LinesOfPerson> Group(IReadOnlyList<PeopleLine> lines)
    {
        var sorted = lines.ToArray();
        Array.Sort(
            sorted,
            (one, other) =>
            {
                var order = StringComparer.OrdinalIgnoreCase;
                var byNumber = order.Compare(one.EmployeeNumber, other.EmployeeNumber);
                var byPosition =
                    byNumber != 0
                        ? byNumber
                        : order.Compare(one.PositionNumber, other.PositionNumber);
                return byPosition != 0 ? byPosition : string.CompareOrdinal(one.Unit, other.Unit);
            }
        );
        var people = new List<LinesOfPerson>(sorted.Length);
        for (var first = 0; first < sorted.Length; )
        {
            var end = first + 1;
            while (end < sorted.Length && IsSamePerson(sorted[first], sorted[end]))
            {
                end++;
            }

            people.Add(new(new ArraySegment<PeopleLine>(sorted, first, end - first)));
            first = end;
        }

        return people;
    }

    private static bool IsSamePerson(PeopleLine one, PeopleLine other) =>
        one.EmployeeNumber.Equals(other.EmployeeNumber, StringComparison.OrdinalIgnoreCase);
}

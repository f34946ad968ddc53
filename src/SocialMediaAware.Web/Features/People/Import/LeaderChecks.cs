namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Looks at who leads whom: nobody leads themselves, at no distance.</summary>
/// <param name="people">The lines by person.</param>
/// <param name="known">What is held.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class LeaderChecks(
    IReadOnlyList<LinesOfPerson> people,
    KnownPeople known,
    ImportProblems problems
)
{
    private enum Visit
    {
        None,
        OnTheWay,
        Done,
    }

    private readonly Dictionary<string, int> byNumber = Numbered(people);

    /// <summary>Looks.</summary>
    public void Run()
    {
        var held = known
            .Placements.All.Select(placement => placement.EmployeeNumber)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var line in people.SelectMany(person => person.Lines))
        {
            foreach (var leader in line.Leaders)
            {
                if (leader.Equals(line.EmployeeNumber, StringComparison.OrdinalIgnoreCase))
                {
                    Wrong("LeadsSelf", line, leader);
                }
                else if (!byNumber.ContainsKey(leader) && !held.Contains(leader))
                {
                    Wrong("LeaderUnknown", line, leader);
                }
            }
        }

        FindLoops();
    }

    // Down the lines with a list of our own: a chain of leaders as long as the file must not use up the stack.
    private void FindLoops()
    {
        var visits = new Visit[people.Count];
        var way = new Stack<(int Person, IEnumerator<int> Leaders)>();
        for (var start = 0; start < people.Count; start++)
        {
            if (visits[start] is Visit.None)
            {
                Enter(start);
            }

            while (way.TryPeek(out var step))
            {
                if (!step.Leaders.MoveNext())
                {
                    visits[step.Person] = Visit.Done;
                    way.Pop().Leaders.Dispose();
                }
                else if (visits[step.Leaders.Current] is Visit.None)
                {
                    Enter(step.Leaders.Current);
                }
                else if (visits[step.Leaders.Current] is Visit.OnTheWay)
                {
                    Tell(step.Leaders.Current, way);
                }
            }
        }

        void Enter(int person)
        {
            visits[person] = Visit.OnTheWay;
            way.Push((person, LeadersOf(person).GetEnumerator()));
        }
    }

    private IEnumerable<int> LeadersOf(int person)
    {
        var own = people[person].EmployeeNumber;
        return people[person]
            .Leaders.Where(leader => !leader.Equals(own, StringComparison.OrdinalIgnoreCase))
            .Select(leader => byNumber.GetValueOrDefault(leader, -1))
            .Where(leader => leader >= 0);
    }

    private void Tell(int back, Stack<(int Person, IEnumerator<int> Leaders)> way)
    {
        var loop = way.Select(step => step.Person)
            .TakeWhile(person => person != back)
            .Append(back)
            .Reverse()
            .Append(back)
            .Select(person => people[person].EmployeeNumber)
            .ToList();
        var shown = loop.Count > 8 ? [.. loop.Take(7), "…"] : loop;
        Wrong("LeaderLoop", people[way.Peek().Person].First, loop[^1], string.Join(" → ", shown));
    }

    private void Wrong(string key, PeopleLine line, string value, string detail = "") =>
        problems.Add(
            new ImportProblem(
                key,
                line.Line,
                PeopleColumn.LeaderEmployeeNumber.NameOf(),
                value,
                detail
            )
        );

    private static Dictionary<string, int> Numbered(IReadOnlyList<LinesOfPerson> people)
    {
        var numbers = new Dictionary<string, int>(people.Count, StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < people.Count; at++)
        {
            numbers[people[at].EmployeeNumber] = at;
        }

        return numbers;
    }
}

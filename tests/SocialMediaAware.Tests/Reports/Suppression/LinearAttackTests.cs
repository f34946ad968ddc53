using SocialMediaAware.Web.Features.Reports.Suppression;

namespace SocialMediaAware.Tests.Reports.Suppression;

/// <summary>A reader with linear programming narrows no small number down to one value, in tables too big to go through.</summary>
public sealed class LinearAttackTests
{
    private static int Tables => Environment.GetEnvironmentVariable("SMA_FULL") == "1" ? 20 : 1;

    [Fact]
    public void BiggerTables_WhenBoundsAreComputed_LeaveRoomForEverySmallNumber()
    {
        var attacked = 0;
        for (var seed = 0; seed < Tables; seed++)
        {
            attacked += AttackSeed(seed);
        }

        Assert.True(attacked > 20 * Tables, "Hardly anything was attacked.");
    }

    [Fact]
    public void Agency_WhenItHas500Units_IsProposedForWithNothingToWorkOut()
    {
        var isFull = Environment.GetEnvironmentVariable("SMA_FULL") == "1";
        var release = BigTables.Make(isFull ? 500 : 8, isFull ? 12_000 : 200, new Random(1));

        var hidden = SuppressionProposal.For(release, []).Select(one => one.Key).ToHashSet();

        Assert.Empty(Disclosure.Of(release, hidden, []));
    }

    private static int AttackSeed(int seed) =>
        Attack(BigTables.Make(units: 4, people: 90, new Random(seed)), seed);

    private static int Attack(Release release, int seed)
    {
        var hidden = SuppressionProposal.For(release, []).Select(one => one.Key).ToHashSet();
        var counts = release.Cells.ToDictionary(cell => cell.Key, cell => cell.Count);
        var small = Reader.Small(counts, release.Sums);
        var places = hidden
            .Select((key, at) => (key, at))
            .ToDictionary(one => one.key, one => one.at);
        var equations = Equations(release, counts, places);
        // A small number is 4 at most, and what is missing to 4 is not negative either.
        var unknowns = places.Count;
        foreach (var key in small)
        {
            equations.Add((new Dictionary<int, int> { [places[key]] = 1, [unknowns++] = 1 }, 4));
        }

        var simplex = new Simplex(unknowns, equations);
        foreach (var key in small)
        {
            var most = simplex.Greatest(places[key], 1);
            var least = simplex.Greatest(places[key], -1);
            Assert.True(
                most is { } high && least is { } low && Fraction.Of(0) - low < high,
                $"{seed}: {key} is {counts[key]}"
            );
        }

        return small.Count;
    }

    private static List<(IReadOnlyDictionary<int, int> Factors, int Sum)> Equations(
        Release release,
        Dictionary<string, int> counts,
        Dictionary<string, int> places
    )
    {
        var equations = new List<(IReadOnlyDictionary<int, int>, int)>();
        foreach (var sum in release.Sums)
        {
            var known = sum
                .Parts.Where(part => !places.ContainsKey(part))
                .Sum(part => counts[part]);
            known -= places.ContainsKey(sum.Whole) ? 0 : counts[sum.Whole];
            var factors = sum
                .Parts.Where(places.ContainsKey)
                .ToDictionary(part => places[part], _ => -1);
            if (places.TryGetValue(sum.Whole, out var whole))
            {
                factors[whole] = 1;
            }

            if (factors.Count > 0)
            {
                equations.Add((factors, known));
            }
        }

        return equations;
    }
}

using SocialMediaAware.Web.Features.Reports.Suppression;

namespace SocialMediaAware.Tests.Reports.Suppression;

/// <summary>A reader who goes through every table that fits what was published works no small number out.</summary>
public sealed class ExhaustiveAttackTests
{
    // Nothing in these tables comes near to it.
    private const int Most = 250;
    private const int MostOfHeadline = 80;

    private static int Tables => Environment.GetEnvironmentVariable("SMA_FULL") == "1" ? 1000 : 25;

    // Where only percentages are told, there is much to go through.
    private static int TablesOf(string shape) => shape == "headline" ? Tables / 5 : Tables;

    public static TheoryData<string> Shapes => [.. RandomTables.Shapes];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Tables_WhenEveryOtherTableIsTried_KeepEverySmallNumber(string shape)
    {
        var sensitive = 0;
        for (var seed = 0; seed < TablesOf(shape); seed++)
        {
            sensitive += AttackOnce(shape, seed);
        }

        Assert.True(sensitive > TablesOf(shape) / 2, "Hardly anything was attacked.");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Tables_WhenReleasedAgainWithChanges_KeepEverySmallNumberAndEverySmallChange(
        string shape
    )
    {
        var unanswered = new List<string>();
        var sensitive = 0;
        for (var seed = 0; seed < TablesOf(shape); seed++)
        {
            sensitive += AttackReleases(shape, seed, 2 + (seed % 2), unanswered);
        }

        // A question that was given up says nothing: hardly any may be left so.
        Assert.True(unanswered.Count <= sensitive / 500, string.Join("; ", unanswered));

        Assert.True(sensitive > TablesOf(shape) / 2, "Hardly anything was attacked.");
    }

    private static int AttackOnce(string shape, int seed)
    {
        var release = RandomTables.Make(shape, new Random(seed));
        var published = Publish(release, []);
        var reader = new Reader(Most, published);
        Assert.Empty(Disclosure.Of(release, published.Hidden, []));
        var counts = release.Cells.ToDictionary(cell => cell.Key, cell => cell.Count);
        var small = Reader.Small(counts, release.Sums);
        Assert.Subset(published.Hidden.ToHashSet(), small);
        Assert.All(
            small,
            key =>
                Assert.True(
                    reader.CanBeOther($"0/{key}", counts[key]),
                    $"{shape} {seed}: {key} must be {counts[key]}"
                )
        );
        return small.Count;
    }

    private static int AttackReleases(string shape, int seed, int releases, List<string> unanswered)
    {
        var chance = new Random(seed);
        var all = new List<Published>();
        var release = RandomTables.Make(shape, chance);
        for (var at = 0; at < releases; at++)
        {
            var leftOut = RandomTables.LeftOut(shape, release).ToHashSet();
            all.Add(
                at == 0 && leftOut.Count > 0
                    ? new Published(release, leftOut)
                    : Publish(release, Earlier(all))
            );
            release = RandomTables.Later(release, chance);
        }

        var most = shape == "headline" ? MostOfHeadline : Most;
        return AttackLast(all, most, $"{shape} {seed}", unanswered);
    }

    /// <summary>Attacks the last of the releases with all before it.</summary>
    private static int AttackLast(
        List<Published> all,
        int most,
        string what,
        List<string> unanswered
    )
    {
        var published = all[^1];
        var reader = new Reader(most, [.. all]);
        var open = new Reader(
            most,
            [
                .. all.SkipLast(1),
                new Published(
                    published.Release,
                    published
                        .Release.Cells.Select(cell => cell.Key)
                        .Concat(published.Release.Rates.Select(rate => rate.Key))
                        .ToHashSet()
                ),
            ]
        );
        var changes = Link(all, reader, open);
        var named = Disclosure
            .Of(published.Release, published.Hidden, Earlier(all[..^1]))
            .Select(one => one.Key)
            .ToHashSet();
        var counts = published.Release.Cells.ToDictionary(cell => cell.Key, cell => cell.Count);
        var small = Reader.Small(counts, published.Release.Sums);
        Assert.Subset(published.Hidden.ToHashSet(), small);
        var asked = small
            .Select(key => (Key: key, Name: $"{all.Count - 1}/{key}", Truth: counts[key]))
            .Concat(changes)
            .ToList();
        foreach (var (key, name, truth) in asked)
        {
            // What cannot be kept by hiding all of this release was told before: then it is named, and not passed over in silence.
            if (reader.CanBeOther(name, truth) == true)
            {
                continue;
            }

            var isKnownAnyway = !reader.GaveUp && open.CanBeOther(name, truth) == false;
            if (reader.GaveUp || open.GaveUp)
            {
                unanswered.Add($"{what}: {name}");
                continue;
            }

            Assert.True(isKnownAnyway, $"{what}: {name} is {truth}");
            Assert.True(named.Contains(key), $"{what}: {name} is {truth}, and it is not said");
        }

        return asked.Count;
    }

    private static List<EarlierRelease> Earlier(IEnumerable<Published> all) =>
        [.. all.Select(one => new EarlierRelease(one.Release, one.Hidden, []))];

    private static List<(string Key, string Name, int Truth)> Link(
        List<Published> all,
        params Reader[] readers
    )
    {
        var changes = new List<(string, string, int)>();
        for (var then = 0; then < all.Count - 1; then++)
        {
            var before = all[then].Release.Cells.ToDictionary(cell => cell.Key, cell => cell.Count);
            foreach (var cell in all[^1].Release.Cells)
            {
                var (now, old) = ($"{all.Count - 1}/{cell.Key}", $"{then}/{cell.Key}");
                foreach (var reader in readers)
                {
                    reader.Link(now, cell.Count, old, before[cell.Key]);
                }

                if (Math.Abs(cell.Count - before[cell.Key]) is > 0 and < 5)
                {
                    changes.Add((cell.Key, $"{now} since {old}", cell.Count - before[cell.Key]));
                }
            }
        }

        LinkEarlier(all, readers);
        return changes;
    }

    /// <summary>Where the same was counted twice before, readers are taken to know that nothing changed.</summary>
    private static void LinkEarlier(List<Published> all, Reader[] readers)
    {
        for (var later = 1; later < all.Count - 1; later++)
        {
            foreach (var cell in all[later].Release.Cells.Intersect(all[later - 1].Release.Cells))
            {
                foreach (var reader in readers)
                {
                    reader.Link(
                        $"{later}/{cell.Key}",
                        cell.Count,
                        $"{later - 1}/{cell.Key}",
                        cell.Count
                    );
                }
            }
        }
    }

    private static Published Publish(Release release, IReadOnlyList<EarlierRelease> earlier) =>
        new(release, SuppressionProposal.For(release, earlier).Select(one => one.Key).ToHashSet());
}

using SocialMediaAware.Web.Features.Reports.Suppression;

namespace SocialMediaAware.Tests.Reports.Suppression;

/// <summary>The ways in which released figures are known to give people away, each by hand.</summary>
public sealed class KnownAttackTests
{
    [Fact]
    public void Complement_When97Of100Signed_IsHiddenWithTheThreeWhoDidNot()
    {
        var release = Of([("due", 100), ("signed", 97), ("not", 3)], [("due", ["signed", "not"])]);

        Assert.Equal(
            [
                new ProposedSuppression("not", SuppressionReason.Small, null),
                new ProposedSuppression("signed", SuppressionReason.Complement, "not"),
            ],
            SuppressionProposal.For(release, [])
        );
        Assert.Equal([new DisclosedCell("not", 3, 3)], Disclosure.Of(release, Keys("not"), []));
    }

    [Fact]
    public void Complement_WhenItIsNeverPrinted_IsProtectedAllTheSame()
    {
        var release = Of([("due", 100), ("signed", 97)], [("due", ["signed", "not"])]);

        var proposal = Assert.Single(SuppressionProposal.For(release, []));

        Assert.Equal("not", proposal.Because);
        Assert.Equal([new DisclosedCell("not", 3, 3)], Disclosure.Of(release, Keys(), []));
    }

    [Fact]
    public void Total_WhenOneOfTwoUnitsIsSmall_HidesTheOtherAndNotTheTotal()
    {
        var release = Of([("all", 20), ("a", 17), ("b", 3)], [("all", ["a", "b"])]);

        Assert.Equal(["b", "a"], Hidden(release));
    }

    [Fact]
    public void Total_WhenSeveralPartsCouldBeHidden_HidesTheSmallest()
    {
        var release = Of(
            [("all", 60), ("a", 30), ("b", 3), ("c", 20), ("d", 7)],
            [("all", ["a", "b", "c", "d"])]
        );

        Assert.Equal(["b", "d"], Hidden(release));
    }

    [Fact]
    public void Tree_WhenAUnitHasOneChildOnly_HidesBoth()
    {
        var release = Of(
            [("top", 50), ("a", 3), ("only", 3), ("b", 30), ("c", 17)],
            [("top", ["a", "b", "c"]), ("a", ["only"])]
        );

        Assert.Equal(["a", "only", "c"], Hidden(release));
        Assert.Equal([new DisclosedCell("only", 3, 3)], Disclosure.Of(release, Keys("only"), []));
    }

    [Fact]
    public void Percentage_WhenItSaysAThirdOfThree_GoesWithItsCounts()
    {
        var release = Of([("due", 3), ("signed", 1), ("not", 2)], [("due", ["signed", "not"])]) with
        {
            Rates = [new ReleasedRate("signed", "due", 1) { StandsAlone = true }],
        };
        var counts = Keys("due", "signed", "not");

        Assert.Contains("rate:signed/due", Hidden(release));
        Assert.Equal(
            [
                new DisclosedCell("due", 3, 3),
                new DisclosedCell("signed", 1, 1),
                new DisclosedCell("not", 2, 2),
            ],
            Disclosure.Of(release, counts, [])
        );
        Assert.Empty(Disclosure.Of(release, Keys([.. counts, "rate:signed/due"]), []));
    }

    [Fact]
    public void Margins_WhenTwoTablesShareATotal_LeaveNothingToSubtract()
    {
        // By unit and by kind: the grand total minus the other units, and minus the other kinds.
        var release = Of(
            [("all", 40), ("u1", 20), ("u2", 17), ("u3", 3), ("k1", 38), ("k2", 2)],
            [("all", ["u1", "u2", "u3"]), ("all", ["k1", "k2"])]
        );

        Assert.Equal(
            ["u3", "k2", "k1", "u2"],
            Hidden(release).OrderBy(key => key[^1] != '3'),
            Same
        );
        Assert.Empty(Disclosure.Of(release, Keys([.. Hidden(release)]), []));
    }

    [Fact]
    public void Month_WhenTwoMoreSignedThanLastMonth_IsNotReleasedBesideIt()
    {
        var february = Of([("feb|signed", 95)], []);
        var march = Of([("mar|signed", 97)], []);
        var before = new EarlierRelease(
            february,
            Keys(),
            [new ReleasedLink("mar|signed", "feb|signed")]
        );

        Assert.Equal(
            [new ProposedSuppression("mar|signed", SuppressionReason.EarlierRelease, "mar|signed")],
            SuppressionProposal.For(march, [before])
        );
        Assert.Equal(
            [new DisclosedCell("mar|signed", 2, 2, "feb|signed")],
            Disclosure.Of(march, Keys(), [before])
        );
    }

    [Fact]
    public void Correction_WhenOnePersonWasAddedToAReleasedFigure_IsNotReleasedBesideIt()
    {
        var before = new EarlierRelease(Of([("signed", 95)], []), Keys(), []);

        Assert.Equal(["signed"], Hidden(Of([("signed", 96)], []), before));
        Assert.Empty(Hidden(Of([("signed", 95)], []), before));
        Assert.Empty(Hidden(Of([("signed", 105)], []), before));
    }

    [Fact]
    public void Pack_WhenAnEarlierOneHidWhatIsAskedNow_HidesItAgain()
    {
        var earlier = Of([("due", 100), ("signed", 97), ("not", 3)], [("due", ["signed", "not"])]);
        var before = new EarlierRelease(earlier, Keys("signed", "not"), []);
        var now = Of([("signed", 97)], []);

        Assert.Equal(
            [new ProposedSuppression("signed", SuppressionReason.EarlierRelease, "not")],
            SuppressionProposal.For(now, [before])
        );
        Assert.Equal([new DisclosedCell("not", 3, 3)], Disclosure.Of(now, Keys(), [before]));
    }

    [Fact]
    public void Pack_WhenHiddenCountsOfAnEarlierOneWereNotKept_UsesWhatFollowsFromNow()
    {
        var earlier = Of([("due", 100)], [("due", ["signed", "not"])]);
        var before = new EarlierRelease(earlier, Keys("signed", "not"), []);

        Assert.Equal(["signed"], Hidden(Of([("signed", 97)], []), before));
    }

    [Fact]
    public void Unit_WhenRenamedBetweenPacks_IsStillTheSameUnit()
    {
        var earlier = Of(
            [("old|due", 100), ("old|signed", 97), ("old|not", 3)],
            [("old|due", ["old|signed", "old|not"])]
        );
        var before = new EarlierRelease(
            earlier,
            Keys("old|signed", "old|not"),
            [new ReleasedLink("new|signed", "old|signed")]
        );

        Assert.Equal(["new|signed"], Hidden(Of([("new|signed", 97)], []), before));
    }

    [Fact]
    public void Unit_WhenMovedBetweenPacks_IsNotTheDifferenceOfItsParents()
    {
        // The unit of three moved from a to b: a then minus a now is the unit.
        var earlier = Of([("a", 20), ("b", 30)], []);
        var now = Of([("a", 17), ("b", 33)], []);

        Assert.Equal(["a", "b"], Hidden(now, new EarlierRelease(earlier, Keys(), [])).Order());
    }

    [Fact]
    public void Zero_WhenNobodyOfThreeDeclined_IsHiddenAndOfFortyIsNot()
    {
        var few = Of(
            [("due", 3), ("signed", 3), ("declined", 0)],
            [("due", ["signed", "declined"])]
        );
        var many = Of(
            [("due", 40), ("signed", 40), ("declined", 0)],
            [("due", ["signed", "declined"])]
        );

        Assert.Equal(["due", "signed", "declined"], Hidden(few));
        Assert.Empty(Hidden(many));
    }

    [Fact]
    public void SmallNumber_WhenReadersWereToldItBefore_IsSaidToBeKnown()
    {
        var now = Of([("signed", 3)], []);
        var before = new EarlierRelease(now, Keys(), []);

        Assert.Equal(["signed"], Hidden(now, before));
        Assert.Equal(
            [new DisclosedCell("signed", 3, 3)],
            Disclosure.Of(now, Keys("signed"), [before])
        );
    }

    [Fact]
    public void Release_WhenItsPartsDoNotAddUp_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            SuppressionProposal.For(Of([("all", 9), ("a", 3), ("b", 5)], [("all", ["a", "b"])]), [])
        );

    [Fact]
    public void Release_WhenNothingIsSmall_HidesNothing()
    {
        Assert.Empty(Hidden(Of([], [])));
        Assert.Empty(Hidden(Of([("all", 20), ("a", 12), ("b", 8)], [("all", ["a", "b"])])));
    }

    private static readonly IEqualityComparer<IEnumerable<string>> Same = EqualityComparer<
        IEnumerable<string>
    >.Create((one, other) => one!.ToHashSet().SetEquals(other!));

    private static Release Of(
        (string Key, int Count)[] cells,
        (string Whole, string[] Parts)[] sums
    ) =>
        new(
            [.. cells.Select(cell => new ReleasedCell(cell.Key, cell.Count))],
            [.. sums.Select(sum => new ReleasedSum(sum.Whole, sum.Parts))],
            []
        );

    private static HashSet<string> Keys(params string[] keys) => [.. keys];

    private static List<string> Hidden(Release release, params EarlierRelease[] earlier) =>
        [.. SuppressionProposal.For(release, earlier).Select(one => one.Key)];
}

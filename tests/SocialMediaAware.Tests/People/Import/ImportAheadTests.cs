using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>What was over, and what was entered ahead: a file that speaks of today leaves both alone.</summary>
public sealed class ImportAheadTests
{
    private const string Header =
        "employee_number,name,unit,position,position_number,start_date,end_date,flags,from\n";

    private const string Other = "Z,Z,Customer,Head,,,,,\n";

    private static readonly DateOnly NewYear = new(2027, 1, 1);

    private readonly ImportWorld world = new();

    [Fact]
    public void Position_ThatIsToBeginAgain_WhenItsFirstDayIsTheFormerOne_EndsAndIsNotHeldTwice()
    {
        const string Former = "3,Ana,Finance,Adviser,P2,2026-10-01,2026-11-18,,\n";
        world.Import(Header + Former + Other);
        world.Day = world.Day.AddDays(7);
        world.Import(Header + "3,Ana,Finance,Adviser,P2,2026-12-15,2026-12-20,,\n" + Other);
        world.Import(Header + "3,Ana,Customer,Head,P2,2026-10-01,2026-11-18,,\n" + Other);
        Assert.Equal(
            [(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 19), "Finance")],
            SpansOf("3")
        );
    }

    [Fact]
    public void Position_ThatIsToBeginAgain_WhenItsFirstDayMovesBack_BeginsWhereTheFormerEnded()
    {
        world.Import(Header + "3,Ana,Finance,Adviser,P2,2026-10-01,2026-11-18,,\n" + Other);
        world.Day = world.Day.AddDays(7);
        world.Import(Header + "3,Ana,Finance,Adviser,P2,2026-12-15,,,\n" + Other);
        const string Back = "3,Ana,Finance,Adviser,P2,2026-10-01,,,\n";
        world.Import(Header + Back + Other);
        Assert.Equal(
            [
                (new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 19), "Finance"),
                (new DateOnly(2026, 11, 19), null, "Finance"),
            ],
            SpansOf("3")
        );
        Assert.Empty(world.Import(Header + Back + Other));
    }

    [Fact]
    public void Position_WithoutItsNumberInTheFile_WhenSaidOfDaysBefore_IsNotHeldTwice()
    {
        world.Import(Header + "3,Ana,Finance,Adviser,P2,2026-10-01,2026-11-18,,\n" + Other);
        world.Day = world.Day.AddDays(7);
        world.Import(
            "employee_number,name,unit,end_date,from\n3,Ana,Customer,,2026-11-10\nZ,Z,Customer,,\n"
        );
        Assert.Equal(
            [
                (new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 10), "Finance"),
                (new DateOnly(2026, 11, 10), null, "Customer"),
            ],
            SpansOf("3")
        );
    }

    [Fact]
    public void Position_ThatTakesTheNumberOfAFormerOne_TakesItForWhatIsToComeToo()
    {
        world.Import(
            Header
                + "3,Ana,Finance,Adviser,,2026-10-01,,,\n3,Ana,Customer,Adviser,P1,2026-12-15,,,\n"
                + Other
        );
        world.Day = world.Day.AddDays(1);
        world.Import(Header + "3,Ana,Customer,Adviser,P1,2026-12-15,,,\n" + Other);
        const string Back = "3,Ana,Southern region,Head,,2026-10-01,2027-02-01,,2026-11-01\n";
        world.Import(Header + Back + Other);
        Assert.All(BelievedOf("3"), one => Assert.Null(one.PositionNumber));
        Assert.Empty(world.Import(Header + Back + Other));
    }

    [Fact]
    public void Flags_OfWhoComesBackLater_EndToday_AndComingAgainChangesNothing()
    {
        world.Import(Header + "1,Mere,Finance,Head,,,2026-11-18,candidates,2026-11-01\n" + Other);
        world.Day = world.Day.AddDays(8);
        const string Back = "1,Mere,Finance,Head,,,2027-02-01,,2026-12-25\n";
        Assert.NotEmpty(world.Import(Header + Back + Other));
        Assert.DoesNotContain("candidates", world.On(world.Day));
        Assert.Empty(world.Import(Header + Back + Other));
    }

    [Fact]
    public void Restructure_ThatIsToCome_StaysWhenAFileChangesSomethingElseBefore()
    {
        Enter("1,Mere,Customer,Adviser,,,,,\n");
        const string Promoted = "1,Mere,Customer,Head,,,,,\n";
        Assert.Single(world.Import(Header + Promoted + Other));
        Assert.Equal(
            [
                (ImportWorld.FirstDay, world.Day, "Customer"),
                (world.Day, NewYear, "Customer"),
                (NewYear, null, "Finance"),
            ],
            SpansOf("1")
        );
        Assert.Equal(["Head", "Head"], BelievedOf("1").Skip(1).Select(one => one.Position));
        Assert.Empty(world.Import(Header + Promoted + Other));
    }

    [Fact]
    public void Restructure_ThatIsToCome_StaysWhenAFileNamesALastDayAfterIt_AndGoesWithOneBefore()
    {
        Enter("1,Mere,Customer,Adviser,,,,,\n2,Tom,Customer,Adviser,,,,,\n");
        const string Ending =
            "1,Mere,Customer,Adviser,,,2027-02-28,,\n2,Tom,Customer,Adviser,,,2026-12-24,,\n";
        Assert.Equal(2, world.Import(Header + Ending + Other).Count);
        Assert.Equal(
            [
                (ImportWorld.FirstDay, NewYear, "Customer"),
                (NewYear, new DateOnly(2027, 3, 1), "Finance"),
            ],
            SpansOf("1")
        );
        Assert.Equal(
            [(ImportWorld.FirstDay, new DateOnly(2026, 12, 25), "Customer")],
            SpansOf("2")
        );
        Assert.Empty(world.Import(Header + Ending + Other));
    }

    [Fact]
    public void Restructure_ThatIsToCome_DoesNotReachWhomAFilePutsIntoAnotherUnitBefore()
    {
        Enter("1,Mere,Customer,Adviser,,,,,\n");
        world.Import(Header + "1,Mere,Southern region,Adviser,,,,,\n" + Other);
        Assert.Equal(
            [(ImportWorld.FirstDay, world.Day, "Customer"), (world.Day, null, "Southern region")],
            SpansOf("1")
        );
    }

    [Fact]
    public void Restructure_ThatIsToCome_StaysForWhoBeginsBeforeIt_WhenTheirFirstDayMoves()
    {
        Enter("1,Mere,Customer,Adviser,,2026-12-01,,,\n");
        const string Earlier = "1,Mere,Customer,Adviser,,2026-11-26,,,\n";
        Assert.Single(world.Import(Header + Earlier + Other));
        Assert.Equal(
            [(new DateOnly(2026, 11, 26), NewYear, "Customer"), (NewYear, null, "Finance")],
            SpansOf("1")
        );
        Assert.Empty(world.Import(Header + Earlier + Other));
    }

    // Taken in, then moved by a restructure from New Year on; a week passes.
    private void Enter(string lines)
    {
        world.Import(Header + lines + Other);
        world.Restructure("Customer", "Finance", NewYear);
        world.Day = world.Day.AddDays(7);
    }

    private IEnumerable<Placement> BelievedOf(string number) =>
        world
            .Placements.Where(one => one.UnlearntAt is null && one.EmployeeNumber == number)
            .OrderBy(one => one.HoldsFrom);

    private List<(DateOnly, DateOnly?, string)> SpansOf(string number) =>
        [
            .. BelievedOf(number)
                .Select(one => (one.HoldsFrom, one.HoldsUntil, world.Units.NameOf(one.UnitId))),
        ];
}

using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>What a file changes of what is held: the real cases.</summary>
public sealed class ImportPlanTests
{
    private const string Header = "employee_number,name,unit,position,start_date\n";
    private readonly ImportWorld world = new();

    [Fact]
    public void NewPeople_AreTakenInFromTheirFirstDay()
    {
        var people = world.Import(Header + "1,Mere,Customer,Adviser,1/2/2020\n2,Tom,CUS,,\n");
        Assert.All(people, person => Assert.Equal(ImportOutcome.New, person.Outcome));
        Assert.Equal(
            [new DateOnly(2020, 2, 1), ImportWorld.FirstDay],
            world.Placements.OrderBy(one => one.EmployeeNumber).Select(one => one.HoldsFrom)
        );
        Assert.All(world.Placements, one => Assert.Equal("payroll", one.Feed));
    }

    [Fact]
    public void SameFile_WhenItComesAgain_ChangesNothing()
    {
        const string File =
            "employee_number,name,official_name,email,unit,position,position_number,kind,region,time_zone,work_days,start_date,end_date,leader_employee_number,flags,leave_from,leave_until,secondment\n"
            + "1,Mere,Mary,m@a.example,Customer,Adviser,P1,employee,Auckland,Pacific/Chatham,Mon-Thu,2020-02-01,2027-01-01,2,candidates,2026-11-20,2026-12-20,no\n"
            + "1,Mere,Mary,m@a.example,Finance,Adviser,P2,employee,Auckland,Pacific/Chatham,Fri,2020-02-01,,2,candidates,2026-11-20,2026-12-20,yes\n"
            + "2,Tom,,,Finance,Head,,employee,,,,2027-02-01,,,,,,\n";
        Assert.NotEmpty(world.Import(File));
        Assert.Empty(world.Import(File));
        world.Day = world.Day.AddDays(3);
        Assert.Empty(world.Import(File));
    }

    [Fact]
    public void Change_HoldsFromTheDayOfTheImport_AndWhatWasStays()
    {
        world.Import(Header + "1,Mere,Customer,Adviser,1/2/2020\n");
        world.Day = world.Day.AddDays(7);
        var person = Assert.Single(world.Import(Header + "1,Mere,Finance,Adviser,1/2/2020\n"));
        Assert.Equal(ImportOutcome.Changed, person.Outcome);
        Assert.Equal(
            new PlannedChange("unit", "Customer", "Finance"),
            Assert.Single(person.Changes)
        );
        Assert.Contains(
            "1 Kāinga Ora > Customer Adviser  Employee payroll",
            world.On(world.Day.AddDays(-1))
        );
        Assert.Contains("1 Kāinga Ora > Finance Adviser  Employee payroll", world.On(world.Day));
    }

    [Fact]
    public void From_WhenTheLineSaysIt_IsTheFirstDayOfTheChange_AlsoBeforeToday()
    {
        world.Import(Header + "1,Mere,Customer,Adviser,1/2/2020\n");
        const string Moved = "employee_number,name,unit,from\n1,Mere,Finance,2026-09-01\n";
        Assert.Single(world.Import(Moved));
        Assert.Contains(
            "1 Kāinga Ora > Finance Adviser  Employee payroll",
            world.On(new DateOnly(2026, 9, 1))
        );
        Assert.Contains(
            "1 Kāinga Ora > Customer Adviser  Employee payroll",
            world.On(new DateOnly(2026, 8, 31))
        );
        Assert.Empty(world.Import(Moved));
    }

    [Fact]
    public void Person_WhoMovesTwiceInADay_IsWhereTheyWereSaidToBeLast()
    {
        world.Import(Header + "1,Mere,Customer,Adviser,1/2/2020\n");
        world.Day = world.Day.AddDays(1);
        world.Import(Header + "1,Mere,Finance,Adviser,1/2/2020\n");
        var between = world.Now;
        world.Import(Header + "1,Mere,Southern region,Adviser,1/2/2020\n");
        Assert.Contains(
            "1 Kāinga Ora > Customer > Southern region Adviser  Employee payroll",
            world.On(world.Day)
        );
        Assert.Contains(
            "1 Kāinga Ora > Finance Adviser  Employee payroll",
            world.On(world.Day, between)
        );
        Assert.Equal(2, world.On(world.Day).Count);
    }

    [Fact]
    public void Person_WithTwoPositions_HasBoth_AndLosesOnlyTheOneThatIsGone()
    {
        const string Two =
            "employee_number,name,unit,position_number\n1,Mere,Customer,P1\n1,Mere,Finance,P2\n";
        world.Import(Two);
        Assert.Equal(3, world.On(world.Day).Count);
        world.Day = world.Day.AddDays(1);
        var person = Assert.Single(
            world.Import("employee_number,name,unit,position_number\n1,Mere,Finance,P2\n")
        );
        Assert.Equal(ImportOutcome.Changed, person.Outcome);
        Assert.Equal(2, world.On(world.Day).Count);
    }

    [Fact]
    public void Contractor_WhoIsHiredAgain_ComesBackAsTheSamePerson()
    {
        world.Import(Header + "C1,Tom,Customer,,1/2/2020\n2,Ana,Finance,,\n");
        world.Day = world.Day.AddDays(30);
        Assert.Equal(
            ImportOutcome.Ended,
            Assert.Single(world.Import(Header + "2,Ana,Finance,,\n")).Outcome
        );
        Assert.DoesNotContain("C1 Kāinga Ora > Customer   Employee payroll", world.On(world.Day));
        world.Day = world.Day.AddDays(60);
        var back = Assert.Single(
            world.Import(Header + "c1,Tom,Finance,,2027-02-01\n2,Ana,Finance,,\n")
        );
        Assert.Equal(ImportOutcome.Back, back.Outcome);
        Assert.Equal(new DateOnly(2027, 2, 1), back.From);
        Assert.Equal(2, world.All<Person>().Count);
    }

    [Fact]
    public void Feed_EndsOnlyWhatItBrought()
    {
        world.ByHand("Kiri", "Finance");
        world.Import(Header + "1,Mere,Customer,,\n", "payroll");
        world.Import(Header + "9,Sam,Finance,,\n", "volunteers");
        world.Day = world.Day.AddDays(1);
        var ended = Assert.Single(
            world.Import(Header + "2,Tom,Customer,,\n", "payroll"),
            one => one.Outcome is ImportOutcome.Ended
        );
        Assert.Equal("1", ended.EmployeeNumber);
        var left = world.On(world.Day);
        Assert.Contains(left, line => line.Contains("volunteers", StringComparison.Ordinal));
        Assert.Contains(left, line => line.Contains("Builder", StringComparison.Ordinal));
    }

    [Fact]
    public void Feed_ThatLostHalfItsLines_NeedsTheNumber()
    {
        var lines = Enumerable
            .Range(1, 60)
            .Select(number => $"{number},Person {number},Customer,,\n")
            .ToList();
        world.Import(Header + string.Concat(lines));
        Assert.True(TotalsOf(lines.Take(30)).NeedsTheNumber);
        Assert.True(TotalsOf(lines.Take(53)).NeedsTheNumber);
        Assert.False(TotalsOf(lines.Take(54)).NeedsTheNumber);
        Assert.False(TotalsOf(lines.Take(55)).NeedsTheNumber);

        ImportTotals TotalsOf(IEnumerable<string> some)
        {
            var plan = world.Plan(Header + string.Concat(some));
            _ = plan.Walk(writes: null).Count();
            return plan.Totals;
        }
    }

    [Fact]
    public void EndDate_EndsOnTheDayAfter_AndWhoHadLeftBeforeIsNotTakenIn()
    {
        const string Ending = "employee_number,name,unit,end_date\n";
        world.Import(Ending + "1,Mere,Customer,\n");
        world.Import(Ending + "1,Mere,Customer,2026-12-24\n");
        Assert.NotEmpty(world.On(new DateOnly(2026, 12, 24)));
        Assert.DoesNotContain(
            "1 Kāinga Ora > Customer   Employee payroll",
            world.On(new DateOnly(2026, 12, 25))
        );
        Assert.Single(world.Import(Ending + "1,Mere,Customer,\n"));
        Assert.NotEmpty(world.On(new DateOnly(2027, 12, 25)));
        var plan = world.Plan(Ending + "1,Mere,Customer,\n5,Old,Customer,2020-01-01\n");
        Assert.DoesNotContain(
            plan.Walk(writes: null),
            one => one.Outcome is not ImportOutcome.Unchanged
        );
        Assert.Equal("LeftBeforeKnown", Assert.Single(plan.Notes).Key);
        Assert.Empty(plan.NewPeople);
    }

    [Fact]
    public void Columns_ThatAreNotThere_AreNotTouched_AndEmptyCellsMeanNone()
    {
        world.Import(
            "employee_number,name,unit,position,flags,email\n1,Mere,Customer,Adviser,candidates,m@a.example\n"
        );
        Assert.Empty(world.Import("employee_number,name,unit\n1,Mere,Customer\n"));
        var person = Assert.Single(
            world.Import("employee_number,name,unit,position,flags,email\n1,Mere,Customer,,,\n")
        );
        Assert.Equal(
            ["email", "flags", "position"],
            person.Changes.Select(one => one.What).Order()
        );
        Assert.Null(world.All<Person>().Single().Email);
    }

    [Fact]
    public void Start_ThatIsStillToCome_CanMove()
    {
        world.Import(Header + "1,Mere,Customer,,2026-12-01\n");
        Assert.Single(world.Import(Header + "1,Mere,Customer,,2026-12-08\n"));
        Assert.DoesNotContain(
            world.Placements,
            one => one.UnlearntAt is null && one.HoldsFrom < new DateOnly(2026, 12, 8)
        );
        Assert.Empty(world.Import(Header + "1,Mere,Customer,,2026-12-08\n"));
        Assert.Single(world.Import(Header + "1,Mere,Customer,,2026-11-30\n"));
        Assert.NotEmpty(world.On(new DateOnly(2026, 11, 30)));
    }
}

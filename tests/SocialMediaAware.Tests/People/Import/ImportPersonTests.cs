using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>What a file changes of a person: names, leaders, leave; and who they are.</summary>
public sealed class ImportPersonTests
{
    private const string Header = "employee_number,name,unit,position,start_date\n";
    private readonly ImportWorld world = new();

    [Fact]
    public void Name_WhenItChanges_TheFormerOneStaysInThePast()
    {
        world.Import(Header + "1,Mere Smith,Customer,,1/2/2020\n");
        world.Day = world.Day.AddDays(1);
        var person = Assert.Single(world.Import(Header + "1,Mere Tāmihana,Customer,,1/2/2020\n"));
        Assert.Equal(
            new PlannedChange("name", "Mere Smith", "Mere Tāmihana"),
            Assert.Single(person.Changes)
        );
        Assert.Contains("Mere Tāmihana", world.On(world.Day));
        Assert.Contains("Mere Smith", world.On(world.Day.AddDays(-1)));
    }

    [Fact]
    public void Name_ThatHrEnteredSince_IsNotUndoneByTheListSayingItsOwnAgain()
    {
        world.Import(Header + "1,Mary Smith,Customer,,1/2/2020\n");
        world.Day = world.Day.AddDays(1);
        var change = world.Change();
        var held = world.All<PersonName>().Single();
        world.Add(Web.Data.FactEdits.EndOn(held, world.Day, change)!);
        world.Add(
            PersonName.Learn(held.PersonId, "Mere Smith", world.Day, change.At, null, change)
        );
        Assert.Empty(world.Import(Header + "1,Mary Smith,Customer,,1/2/2020\n"));
        Assert.Single(world.Import(Header + "1,Mere Jones,Customer,,1/2/2020\n"));
    }

    [Fact]
    public void Leaders_ComeAndGo_AndOneWhoLeftIsANote()
    {
        const string Led = "employee_number,name,unit,leader_employee_number\n";
        world.Import(Led + "1,Mere,Customer,2; 3\n2,Tom,Customer,\n3,Ana,Finance,2\n");
        Assert.Contains("1 led by 3", world.On(world.Day));
        world.Day = world.Day.AddDays(1);
        world.Import(Led + "1,Mere,Customer,2\n2,Tom,Customer,\n3,Ana,Finance,2\n");
        Assert.DoesNotContain("1 led by 3", world.On(world.Day));
        Assert.Contains("1 led by 2", world.On(world.Day));
        var plan = world.Plan(Led + "1,Mere,Customer,2\n3,Ana,Finance,2\n");
        _ = plan.Walk(writes: null).Count();
        Assert.Equal("LeaderLeft", plan.Notes[0].Key);
    }

    [Fact]
    public void Leave_IsWhatTheFileSays_AndWhatIsOverStays()
    {
        const string Away = "employee_number,name,unit,leave_from,leave_until\n";
        world.Import(Away + "1,Mere,Customer,2026-11-01,2026-11-20\n");
        world.Import(Away + "1,Mere,Customer,2026-11-01,2026-11-30\n");
        Assert.Contains(
            "away from " + new DateOnly(2026, 11, 1),
            world.On(new DateOnly(2026, 11, 30))
        );
        world.Day = new DateOnly(2026, 12, 10);
        Assert.Empty(world.Import(Away + "1,Mere,Customer,,\n"));
        world.Import(Away + "1,Mere,Customer,2026-12-20,\n");
        Assert.Contains(
            "away from " + new DateOnly(2026, 12, 20),
            world.On(new DateOnly(2027, 5, 1))
        );
        world.Import(Away + "1,Mere,Customer,,\n");
        Assert.DoesNotContain(
            "away from " + new DateOnly(2026, 12, 20),
            world.On(new DateOnly(2027, 5, 1))
        );
        Assert.Contains(
            "away from " + new DateOnly(2026, 11, 1),
            world.On(new DateOnly(2026, 11, 30))
        );
    }

    [Fact]
    public void NewNumber_WithAMailOrNameThatIsHeld_IsForHrToDecide()
    {
        var kiri = world.ByHand("Kiri Pōtae", "Finance", email: "kiri@a.example");
        const string File =
            "employee_number,name,unit,email\n7,Kiri Potae,Customer,KIRI@a.example\n";
        var open = Assert.Single(world.Import(File));
        Assert.Equal(ImportOutcome.Conflict, open.Outcome);
        Assert.Equal("Mail", Assert.Single(open.Lookalikes).Why);
        Assert.Equal(
            ImportOutcome.New,
            Assert
                .Single(world.Plan(File, "payroll", ("7", ImportDecisions.SomebodyNew)).Walk(null))
                .Outcome
        );
        world.Import(File, "payroll", ("7", kiri.Id));
        Assert.Single(world.All<Person>());
        Assert.Empty(world.Import(File));
    }

    [Fact]
    public void SameName_OfSomebodyWhomTheFileNames_IsNoConflict()
    {
        world.Import(Header + "1,John Smith,Customer,,\n");
        var person = Assert.Single(
            world.Import(Header + "1,John Smith,Customer,,\n2,John Smith,Finance,,\n")
        );
        Assert.Equal(ImportOutcome.New, person.Outcome);
    }

    [Fact]
    public void Number_ThatTwoPeopleHold_IsForHrToDecide()
    {
        world.ByHand("Kiri", "Finance", "7");
        world.ByHand("Kiri P", "Finance", "7");
        var open = Assert.Single(world.Import(Header + "7,Kiri,Customer,,\n"));
        Assert.Equal((ImportOutcome.Conflict, 2), (open.Outcome, open.Lookalikes.Count));
    }

    [Fact]
    public void Person_WhoHasDied_IsLeftInPeace()
    {
        world.Import(Header + "1,Mere,Customer,,\n");
        world.All<Person>().Single().Die(world.Day);
        var plan = world.Plan(Header + "1,Mere,Finance,,\n");
        Assert.Empty(plan.Walk(writes: null));
        Assert.Equal("HasDied", Assert.Single(plan.Notes).Key);
    }
}

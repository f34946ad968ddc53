using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

/// <summary>What is wrong across files: modules, their scenarios and their sources.</summary>
public class LibraryCheckTests
{
    [Theory]
    [InlineData(
        "agencies: [harbour]",
        "agencies: [harbor]",
        "unknown agency, \"harbor\"",
        "harbour, forest"
    )]
    [InlineData(
        "agencies: [harbour]",
        "agencies: []",
        "No agency matches the audience",
        "every agency"
    )]
    [InlineData(
        "kinds: [employee, contractor]",
        "kinds: [employee, robot]",
        "unknown kind of person, \"robot\"",
        "volunteer"
    )]
    [InlineData(
        "kinds: [employee, contractor]",
        "kinds: []",
        "Nobody matches the audience",
        "volunteer"
    )]
    [InlineData(
        "sources: [HB-SMG]",
        "sources: [HB-SMG, HB-GONE]",
        "Unknown source \"HB-GONE\"",
        "sources.yml"
    )]
    [InlineData(
        "sources: [HB-SMG]",
        "sources: [HB-SMG, FO-POL]",
        "The source \"FO-POL\" is a rule of forest",
        "agencies: [forest]"
    )]
    [InlineData(
        "<!-- teaches: HB-SMG-01 -->",
        "<!-- teaches: HB-SMG-01, HB-SMG-99 -->",
        "Unknown obligation \"HB-SMG-99\"",
        "registers"
    )]
    [InlineData(
        "<!-- teaches: HB-SMG-01 -->",
        "<!-- teaches: HB-SMG-01, FO-POL-01 -->",
        "\"FO-POL-01\" is a rule of forest",
        "that agency alone"
    )]
    [InlineData(
        "draw: 2, required: [HB-SMG-01, ",
        "draw: 2, required: [HB-SMG-03, ",
        "\"HB-SMG-03\" has 0 of the two scenarios",
        "Write two or more"
    )]
    [InlineData(
        "draw: 2, required: [HB-SMG-01, ",
        "draw: 2, required: [HB-SMG-03, ",
        "requires the obligation \"HB-SMG-03\", which no section teaches",
        "Teach it"
    )]
    [InlineData(
        "draw: 2",
        "draw: 1",
        "A draw of 1 cannot meet every required obligation; that takes 2",
        "draw: 2"
    )]
    [InlineData("draw: 2", "draw: 5", "draws 5 scenarios, and the module has 4", "Write 1 more")]
    public void Check_WhenAModuleNamesWhatIsNotThere_ReportsItsLine(
        string old,
        string broken,
        string message,
        string mend
    )
    {
        using var content = new SmallContent();
        var line = content.LineOf(ModuleFile, old);
        content.ReplaceInModule(old, broken);

        content.Reports(Severity.Error, ModuleFile, line, message, mend);
    }

    [Fact]
    public void Check_WhenAnAgencysRuleWouldBeShownToEveryAgency_ReportsIt()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("agencies: [harbour], ", "");

        content.ReportsError(
            ModuleFile,
            "sources:",
            "The source \"HB-SMG\" is a rule of harbour, and the module is shown to others.",
            "agencies: [harbour]"
        );
        content.ReportsError(
            ModuleFile,
            "teaches: HB-SMG-01",
            "The obligation \"HB-SMG-01\" is a rule of harbour",
            "that agency alone"
        );
    }

    [Fact]
    public void Check_WhenThePoolIsSmallerThanTwiceTheDraw_Warns()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("draw: 2", "draw: 3");

        content.ReportsWarning(ModuleFile, "quiz:", "4 scenarios for a draw of 3", "Write 2 more");
    }

    [Fact]
    public void Check_WhenAScenarioOfARequiredObligationIsContested_DoesNotCountIt()
    {
        using var content = new SmallContent();
        content.Replace(ScenarioFile(1), "contested: false", "contested: true");

        content.ReportsError(
            ModuleFile,
            "quiz:",
            "\"HB-SMG-01\" has 1 of the two scenarios",
            "not contested"
        );
    }

    [Fact]
    public void Check_WhenAScenarioIsOnlyDrawnInAPhase_DoesNotCountIt()
    {
        using var content = new SmallContent();
        content.Replace(ScenarioFile(1), "contested: false", "phases: [pre-election]");

        content.ReportsError(
            ModuleFile,
            "quiz:",
            "\"HB-SMG-01\" has 1 of the two scenarios",
            "Write two or more"
        );
    }

    [Fact]
    public void Check_WhenADraftHasTooFewScenarios_OnlyWarns()
    {
        using var content = new SmallContent();
        content
            .ReplaceInModule("status: published", "status: draft")
            .ReplaceInModule("draw: 2", "draw: 5");

        content.ReportsWarning(ModuleFile, "quiz:", "draws 5 scenarios", "Write 1 more");
    }

    [Theory]
    [InlineData("HB-SMG-99", Severity.Error, "Unknown obligation \"HB-SMG-99\"")]
    [InlineData("FO-POL-01", Severity.Error, "\"FO-POL-01\" is a rule of forest")]
    [InlineData(
        "HB-SMG-03",
        Severity.Warning,
        "No section of this module teaches the obligation \"HB-SMG-03\""
    )]
    public void Check_WhenAScenarioNamesAnotherObligation_ReportsIt(
        string id,
        Severity severity,
        string message
    )
    {
        using var content = new SmallContent();
        content.Replace(ScenarioFile(1), "[HB-SMG-01]", $"[HB-SMG-01, {id}]");

        content.Reports(severity, ScenarioFile(1), 2, message, "");
    }

    [Fact]
    public void Check_WhenASectionTeachesFromAnotherSource_Warns()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("sources: [HB-SMG]", "sources: [PS-CODE]");

        content.ReportsWarning(
            ModuleFile,
            "teaches: HB-SMG-01",
            "which the module does not name as a source",
            "Add HB-SMG"
        );
    }

    [Fact]
    public void Check_WhenTwoScenariosHaveTheSameName_ReportsTheSecond()
    {
        using var content = new SmallContent();
        content.Write("modules/zebra/module.md", content.Text(ModuleFile));
        content.Write("modules/zebra/scenarios/situation-1.md", Scenario("HB-SMG-01"));

        content.Reports(
            Severity.Error,
            "modules/zebra/scenarios/situation-1.md",
            1,
            "Another scenario has the same id, \"situation-1\"",
            "another name"
        );
    }

    [Theory]
    [InlineData(
        "agency: harbour",
        "agency: moon",
        "The source \"HB-SMG\" belongs to an unknown agency, \"moon\"",
        "harbour, forest"
    )]
    [InlineData(
        "status: current, url",
        "status: superseded, url",
        "it does not say by what and since when",
        "superseded_on"
    )]
    [InlineData(
        "status: current, url",
        "superseded_by: PS-NEW, status: current, url",
        "superseded by an unknown source, \"PS-NEW\"",
        "correct its id"
    )]
    public void Check_WhenASourceNamesWhatIsNotThere_ReportsIt(
        string old,
        string broken,
        string message,
        string mend
    )
    {
        using var content = new SmallContent();
        content.Replace("sources.yml", old, broken);

        content.ReportsError("sources.yml", broken, message, mend);
    }

    [Fact]
    public void Check_WhenAnObligationComesFromAnUnknownSource_ReportsIt()
    {
        using var content = new SmallContent();
        content.Replace("obligations.yml", "source: FO-POL", "source: FO-OLD");

        content.ReportsError(
            "obligations.yml",
            "FO-POL-01",
            "unknown source, \"FO-OLD\"",
            "sources.yml"
        );
    }
}

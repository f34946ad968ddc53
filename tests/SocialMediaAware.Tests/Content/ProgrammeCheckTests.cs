using SocialMediaAware.Web.Content;
using static SocialMediaAware.Tests.Content.SmallContent;

namespace SocialMediaAware.Tests.Content;

/// <summary>What is wrong between a programme and its modules.</summary>
public class ProgrammeCheckTests
{
    [Theory]
    [InlineData(
        "modules: [taking-care]",
        "modules: [taking-cake]",
        "unknown module, \"taking-cake\"",
        "modules/"
    )]
    [InlineData("agency: harbour", "agency: moon", "unknown agency, \"moon\"", "harbour, forest")]
    [InlineData(
        "kinds: [employee, contractor]",
        "kinds: [robot]",
        "unknown kind of person, \"robot\"",
        "volunteer"
    )]
    public void Check_WhenAProgrammeNamesWhatIsNotThere_ReportsItsLine(
        string old,
        string broken,
        string message,
        string mend
    )
    {
        using var content = new SmallContent();
        content.Replace(ProgrammeFile, old, broken);

        content.ReportsError(ProgrammeFile, broken, message, mend);
    }

    [Theory]
    [InlineData(
        "agency: harbour\n",
        "agency: forest\n",
        "The module \"taking-care\" is not for forest."
    )]
    [InlineData(
        "agency: harbour\n",
        "",
        "The programme is for every agency, and the module \"taking-care\" is not."
    )]
    public void Check_WhenAProgrammeAsksForAnotherAgencysModule_ReportsIt(
        string old,
        string broken,
        string message
    )
    {
        using var content = new SmallContent();
        content.Replace(ProgrammeFile, old, broken);

        content.ReportsError(ProgrammeFile, "modules:", message, "eave");
    }

    [Fact]
    public void Check_WhenTwoProgrammesOfAnAgencyHaveTheSameKey_ReportsTheSecond()
    {
        using var content = new SmallContent();
        content.Write("programmes/second.yml", content.Text(ProgrammeFile));

        content.ReportsError(
            "programmes/second.yml",
            "key:",
            "has the key \"onboarding\"",
            "key of its own"
        );
    }

    [Fact]
    public void Check_WhenOnboardingTakesMoreThanHalfAnHour_Warns()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("minutes: 6", "minutes: 31");

        content.ReportsWarning(
            ProgrammeFile,
            "modules:",
            "Onboarding takes 31 minutes",
            "Leave a module out"
        );
    }

    [Fact]
    public void Check_WhenOnboardingTakesHalfAnHour_SaysNothing()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("minutes: 6", "minutes: 30");

        Assert.Empty(content.Load().Messages);
    }

    [Fact]
    public void Check_WhenAProgrammeAsksForADraft_Warns()
    {
        using var content = new SmallContent();
        content.ReplaceInModule("status: published", "status: draft");

        content.ReportsWarning(
            ProgrammeFile,
            "modules:",
            "\"taking-care\" is not published",
            "Publish"
        );
    }
}

using System.Text.RegularExpressions;

namespace SocialMediaAware.Tests.Structure;

/// <summary>Looking over an agency's walls is rare, and written down here with its reason.</summary>
public sealed class WallTests
{
    /// <summary>Which files may, and why.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["Features/Accounts/AccountStandings.cs"] =
            "finds out in which agencies an account stands, before there are walls",
        ["Features/Accounts/DemonstrationPeople.cs"] =
            "offers the made-up people of every agency to nobody in particular, in Development only",
        ["Features/Assisted/SharedScreens.cs"] =
            "finds the session of a device by its cookie, before anybody is signed in, and enters that agency's walls",
        ["Features/Attestations/AttestationQueries.cs"] =
            "a person's own signatures stay theirs after they move",
        ["Features/Attestations/Index.cshtml.cs"] =
            "names the programmes of a person's own signatures",
        ["Features/Attestations/ReceiptAccess.cs"] =
            "finds the agency of a receipt, to ask whether this account may see it",
        ["Features/Attestations/Receipts.cs"] =
            "writes out a receipt that ReceiptAccess has let through",
        ["Features/Attestations/SigningSheets.cs"] = "a person signs their own assignment",
        ["Features/Learning/AskedModules.cs"] =
            "what a person's own assignments ask, also in agencies they have left",
        ["Features/Learning/OpeningSections.cs"] = "a person's own progress",
        ["Features/Learning/ReadingQueries.cs"] = "a person's own progress",
        ["Features/People/Records/AgencyFacts.cs"] =
            "a death ends what ties somebody to any agency; for one agency the caller names it",
        ["Features/People/Records/MergingPeople.cs"] =
            "finds out whether one of two records also belongs to an agency of others, and says no then",
        ["Features/People/Records/RecordingDeath.cs"] =
            "a person stands above agencies, and so does their death",
        ["Features/MoreTime/TimeRequestQueries.cs"] = "a person's own requests for more time",
        ["Features/MyData/OwnTables.cs"] = "all that is held on a person, for themself",
        ["Features/OutsideLearning/ChoosingWholeWay.cs"] =
            "a person's own choice about their own assignment",
        ["Features/OutsideLearning/OutsideStandings.cs"] =
            "what counts from elsewhere for a person's own assignments",
        ["Features/Programmes/AssignmentQueries.cs"] = "a person's own assignments",
        ["Features/Questions/AssignmentClock.cs"] =
            "the leave, exemptions and region of the person whose own assignment waited",
        ["Features/Questions/HumanResourcesContacts.cs"] =
            "whom of HR a person's own assignment tells, also in agencies they have left",
        ["Features/Questions/NotAgreeing.cs"] =
            "what a person said themself, also in agencies they have left",
        ["Features/Questions/QuestionQueries.cs"] =
            "a person's own questions, and whether a form's id is taken by anybody's",
        ["Features/Questions/Talking.cs"] =
            "finds a question, then asks whether this account is its asker or its adviser",
        ["Features/Quizzes/QuizQueries.cs"] = "a person's own attempts",
    };

    [Fact]
    public void Walls_WhenAFileLooksOverThem_AreNamedHere()
    {
        var looking = SourceFile
            .OfThePortal(".cs")
            .Where(file => Regex.IsMatch(file.Text, @"IgnoreQueryFilters\("))
            .Select(file => file.Path)
            .ToList();
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), looking);
    }
}

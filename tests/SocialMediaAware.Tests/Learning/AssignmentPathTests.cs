using SocialMediaAware.Tests.Content;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Quizzes;

namespace SocialMediaAware.Tests.Learning;

public sealed class AssignmentPathTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 15, 21, 0, 0, TimeSpan.Zero);
    private static readonly ContentVersion First = new(1, 0);

    [Fact]
    public void Path_WhenNothingIsDone_BeginsWithTheFirstSection()
    {
        var path = PathOf(opened: [], isPassed: false);
        Assert.Equal(
            [PathStepKind.Read, PathStepKind.Read, PathStepKind.Practise, PathStepKind.Sign],
            path.Steps.Select(step => step.Kind)
        );
        Assert.Equal("what-you-post", path.NextStep!.SectionId);
        Assert.Equal((0, false), (path.StepsDone, path.IsReadyToSign));
    }

    [Fact]
    public void Path_WhenALaterSectionWasOpenedFirst_LeadsToTheOneLeftOut() =>
        Assert.Equal(
            "what-you-post",
            PathOf(opened: ["what-you-follow"], isPassed: false).NextStep!.SectionId
        );

    [Fact]
    public void Path_WhenEverythingIsReadAndPassed_IsReadyToSign()
    {
        var path = PathOf(opened: ["what-you-post", "what-you-follow"], isPassed: true);
        Assert.True(path.IsReadyToSign);
        Assert.Equal($"/attestations/sign/{path.Assignment.Id}", path.NextStep!.Address);
        Assert.Equal(1, path.MinutesLeft);
    }

    [Fact]
    public void Path_WhenItIsPassedButASectionIsNew_IsNotReadyToSign() =>
        Assert.False(PathOf(opened: ["what-you-post"], isPassed: true).IsReadyToSign);

    [Fact]
    public void Path_WhenItIsSigned_HasNothingLeft()
    {
        var path = PathOf(
            opened: ["what-you-post", "what-you-follow"],
            isPassed: true,
            isSigned: true
        );
        Assert.Null(path.NextStep);
        Assert.Equal((4, 0), (path.StepsDone, path.MinutesLeft));
    }

    [Fact]
    public void Minutes_WhenMoreIsDone_AreFewer() =>
        Assert.True(
            PathOf(opened: ["what-you-post"], isPassed: false).MinutesLeft
                <= PathOf(opened: [], isPassed: false).MinutesLeft
                && PathOf(opened: ["what-you-post", "what-you-follow"], isPassed: true).MinutesLeft
                    < PathOf(opened: [], isPassed: false).MinutesLeft
        );

    [Theory]
    [InlineData("1.1", "1.0")]
    [InlineData("2.0", "2.0")]
    public void Version_WhenAnotherCameOutSinceTheyBegan_IsTheirsUnlessItIsMajor(
        string published,
        string read
    )
    {
        using var content = new SmallContent();
        var begun = new EarlierVersion(
            "taking-care",
            First,
            content.Bytes(SmallContent.ModuleFile)
        );
        var library = content
            .ReplaceInModule("version: 1.0", $"version: {published}")
            .ReplaceInModule("Stop and think", "Breathe and think")
            .Library(begun);
        Assert.Equal(read, VersionToRead.Of(library, Asked(), First)!.Version.ToString());
        Assert.Equal(published, VersionToRead.Of(library, Asked(), null)!.Version.ToString());
    }

    private static AssignmentModule Asked() => AssignmentOf().Modules.Single();

    private static AssignmentPath PathOf(string[] opened, bool isPassed, bool isSigned = false)
    {
        using var content = new SmallContent();
        var assignment = AssignmentOf();
        if (isSigned)
        {
            assignment.Sign(Now);
        }

        return new AssignmentPath(
            assignment,
            "Getting started",
            [
                new PathModule(
                    content.LoadModule(),
                    First,
                    opened.ToHashSet(),
                    new QuizStanding.Result(isPassed, isPassed, 0, 0, null)
                ),
            ]
        );
    }

    private static Assignment AssignmentOf() =>
        Assignment.Make(
            Guid.NewGuid(),
            Guid.NewGuid(),
            PersonKind.Employee,
            Guid.NewGuid(),
            "onboarding/harbour/2026-11-16",
            new DateOnly(2026, 11, 16),
            new DateOnly(2026, 11, 30),
            [("taking-care", 1)],
            Now
        );
}

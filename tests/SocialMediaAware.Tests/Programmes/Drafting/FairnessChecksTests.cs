using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Programmes.Drafting;

namespace SocialMediaAware.Tests.Programmes.Drafting;

/// <summary>What is not fair about a programme is found before anybody is asked.</summary>
public sealed class FairnessChecksTests
{
    private static readonly DateOnly Monday = new(2027, 2, 1);

    private static readonly AudienceTally Twenty = new(
        20,
        0,
        [],
        new Dictionary<PersonKind, int> { [PersonKind.Employee] = 20 }
    );

    private static readonly FairnessFacts Fair = new(
        ProgrammeKind.Yearly,
        [Offer("be-social-media-aware")],
        [new("2027", Monday, new(2027, 3, 31), new(2027, 3, 31), 40)],
        Twenty,
        [PersonKind.Employee],
        [],
        []
    );

    private static ContentLibrary Library => SharedContent.Load("", []).Library!;

    [Fact]
    public void Programme_WhenAllIsWell_HasNoFindings() => Assert.Empty(FairnessChecks.Of(Fair));

    [Fact]
    public void Newcomers_WhenTheyNeedOverHalfAnHour_ArePointedOut()
    {
        var all = Library.PublishedModules().Select(module => Offer(module.Slug)).ToList();
        var finding = Only(Fair with { Kind = ProgrammeKind.Onboarding, Modules = all });
        Assert.Equal(FairnessConcern.LongForNewcomers, finding.Concern);
        Assert.False(finding.BlocksLaunch);
        // Whoever signed before takes the short path.
        Assert.Empty(FairnessChecks.Of(Fair with { Modules = all }));
    }

    [Fact]
    public void DueDate_WhenNobodyWorksOnIt_NamesBothDays()
    {
        var finding = Only(
            Fair with
            {
                Rounds = [new("2027", Monday, new(2027, 3, 28), new(2027, 3, 25), 38)],
            }
        );
        Assert.Equal(FairnessConcern.DueWhenNobodyWorks, finding.Concern);
        Assert.Equal([new DateOnly(2027, 3, 28), new DateOnly(2027, 3, 25)], finding.About);
        Assert.Equal(DraftStep.When, finding.Step);
    }

    [Fact]
    public void Round_WhenNobodyWorksBetweenItsDays_IsOverBeforeItOpens() =>
        Assert.Equal(
            FairnessConcern.OverBeforeItOpens,
            Only(
                Fair with
                {
                    Rounds = [new("", new(2027, 2, 6), new(2027, 2, 7), new(2027, 2, 6), 0)],
                }
            ).Concern
        );

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    public void Round_WhenItHasFewerThanFiveWorkingDays_IsPointedOut(int days, int findings) =>
        Assert.Equal(
            findings,
            FairnessChecks
                .Of(
                    Fair with
                    {
                        Rounds = [new("", Monday, new(2027, 2, 5), new(2027, 2, 5), days)],
                    }
                )
                .Count
        );

    [Fact]
    public void People_WhenNoMailReachesThem_AreCounted()
    {
        var finding = Only(Fair with { Tally = Twenty with { WithoutAddress = 3 } });
        Assert.Equal(FairnessConcern.WithoutAddress, finding.Concern);
        Assert.Equal([3], finding.About);
    }

    [Fact]
    public void Group_WhenNobodyIsInIt_IsNamed()
    {
        var finding = Only(
            Fair with
            {
                Tally = Twenty with { Groups = [20, 0] },
                Groups = ["Employees.", "Volunteers."],
            }
        );
        Assert.Equal(FairnessConcern.EmptyGroup, finding.Concern);
        Assert.Equal(["Volunteers."], finding.About);
    }

    [Fact]
    public void Kind_WhenItIsInTheAudienceWithoutWords_IsNamed()
    {
        var finding = Only(
            Fair with
            {
                Tally = Twenty with
                {
                    Kinds = new Dictionary<PersonKind, int>
                    {
                        [PersonKind.Employee] = 20,
                        [PersonKind.Volunteer] = 2,
                    },
                },
            }
        );
        Assert.Equal(FairnessConcern.KindWithoutWords, finding.Concern);
        Assert.Equal([PersonKind.Volunteer, 2], finding.About);
    }

    [Fact]
    public void Audience_WhenItIsEmptyOrAUnitIsGone_IsPointedOut()
    {
        Assert.Equal(
            FairnessConcern.Nobody,
            Only(Fair with { Tally = new(0, 0, [], new Dictionary<PersonKind, int>()) }).Concern
        );
        Assert.Equal(
            FairnessConcern.UnitGone,
            Only(Fair with { GoneUnits = ["Mail Room"] }).Concern
        );
    }

    [Fact]
    public void Module_WhenItIsNotConfirmed_BlocksTheLaunchAlone()
    {
        var finding = Only(
            Fair with
            {
                Modules = [Offer("be-social-media-aware") with { IsConfirmed = false }],
            }
        );
        Assert.Equal(FairnessConcern.ModuleNotConfirmed, finding.Concern);
        Assert.True(finding.BlocksLaunch);
    }

    private static FairnessFinding Only(FairnessFacts facts) =>
        Assert.Single(FairnessChecks.Of(facts));

    private static ModuleOffer Offer(string slug)
    {
        Module module = Library.FindPublished(slug)!;
        return new(slug, module.Title, module, true, true, []);
    }
}

using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Programmes.Drafting;

namespace SocialMediaAware.Tests.Programmes.Drafting;

/// <summary>An audience in a sentence.</summary>
public sealed class AudienceSentenceTests
{
    private static readonly Guid Corporate = Guid.NewGuid();
    private static readonly Guid Housing = Guid.NewGuid();
    private static readonly Guid Closed = Guid.NewGuid();
    private static readonly Guid Unknown = Guid.NewGuid();

    private static readonly AudienceNames Names = new(
        "Kāinga Ora",
        new Dictionary<Guid, string>
        {
            [Corporate] = "Corporate Services",
            [Housing] = "Housing",
            [Closed] = "Mail Room",
        },
        new HashSet<Guid> { Closed, Unknown }
    );

    private readonly AudienceSentence sentence = new(GivenDrafts.Texts);

    public static TheoryData<AudienceGroup, string> Groups =>
        new()
        {
            {
                new() { Kinds = [PersonKind.Volunteer] },
                "Volunteers."
            },
            {
                new() { Kinds = [PersonKind.Contractor, PersonKind.Employee] },
                "Employees and contractors."
            },
            {
                new()
                {
                    Kinds = [PersonKind.Employee, PersonKind.Contractor, PersonKind.Consultant],
                },
                "Employees, contractors and consultants."
            },
            {
                new() { Units = [new(Housing, false)] },
                "People in Housing."
            },
            {
                new() { Units = [new(Corporate, true), new(Housing, false)] },
                "People in Corporate Services and the units below it or in Housing."
            },
            {
                new() { Units = [new(Closed, false)] },
                "People in Mail Room (no longer there)."
            },
            {
                new() { Units = [new(Unknown, true)] },
                "People in a unit (no longer there) and the units below it."
            },
            {
                new() { Flags = ["spokespeople"] },
                "People who are spokespeople."
            },
            {
                new() { Flags = ["spokespeople", "senior-staff"] },
                "People who are spokespeople or senior staff."
            },
            {
                new() { Flags = ["spokespeople", "senior-staff"], NeedsEveryFlag = true },
                "People who are both spokespeople and senior staff."
            },
            {
                new()
                {
                    Flags = ["managers", "spokespeople", "senior-staff"],
                    NeedsEveryFlag = true,
                },
                "People who are all of these: people leaders, spokespeople and senior staff."
            },
            {
                new() { WithoutFlags = ["candidates"] },
                "People who are not candidates."
            },
            {
                new() { Flags = ["spokespeople"], WithoutFlags = ["candidates", "managers"] },
                "People who are spokespeople, but not candidates or people leaders."
            },
        };

    [Theory]
    [MemberData(nameof(Groups))]
    public void Group_WhenSaidInASentence_SaysAllThatItAsks(AudienceGroup group, string words) =>
        Assert.Equal(words, sentence.Of(new ProgrammeAudience { Groups = [group] }, Names));

    [Fact]
    public void Audience_WhenItHasTwoGroups_JoinsThemByOr() =>
        Assert.Equal(
            "Employees and contractors in Corporate Services and the units below it who are spokespeople or senior staff; or volunteers.",
            sentence.Of(
                new ProgrammeAudience
                {
                    Groups =
                    [
                        new()
                        {
                            Kinds = [PersonKind.Employee, PersonKind.Contractor],
                            Units = [new(Corporate, true)],
                            Flags = ["spokespeople", "senior-staff"],
                        },
                        new() { Kinds = [PersonKind.Volunteer] },
                    ],
                },
                Names
            )
        );

    [Fact]
    public void Everybody_WhenEveryKindIsAsked_IsEverybodyOfTheAgency()
    {
        Assert.Equal("Everybody in Kāinga Ora.", sentence.Of(ProgrammeAudience.Everybody, Names));
        Assert.Equal(
            "Everybody in Kāinga Ora.",
            sentence.Of(ProgrammeAudience.Everybody, Names, Enum.GetValues<PersonKind>())
        );
    }

    [Fact]
    public void Everybody_WhenOnlySomeKindsHaveWords_NamesThem() =>
        Assert.Equal(
            "Employees and consultants in Kāinga Ora.",
            sentence.Of(
                ProgrammeAudience.Everybody,
                Names,
                [PersonKind.Consultant, PersonKind.Employee]
            )
        );

    [Fact]
    public void Tasks_WhenListed_EachHaveWords() =>
        Assert.All(
            AudienceFlags.All,
            flag => Assert.DoesNotContain("Task-", sentence.TaskOf(flag), StringComparison.Ordinal)
        );
}

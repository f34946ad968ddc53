using SocialMediaAware.Evidence;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Attestations;

public sealed class AttestationRulesTests
{
    private static readonly Guid Me = Guid.NewGuid();

    // Monday 16 November 2026, 10:00 in New Zealand.
    private static readonly DateTimeOffset Now = new(2026, 11, 15, 21, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory]
    [InlineData(-300, true)] // open when it was signed, however long
    [InlineData(0, true)]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void CountsFor_WhenTheAssignmentOpensSoManyDaysAfter_CountsForNinetyDays(
        int days,
        bool counts
    ) => Assert.Equal(counts, Signed(("a", 1)).CountsFor(Asking(Today.AddDays(days), ("a", 1))));

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 1, true)]
    [InlineData(1, 2, false)]
    public void CountsFor_WhenAMajorVersionIsAsked_NeedsThatOneOrANewerOne(
        int signed,
        int asked,
        bool counts
    ) => Assert.Equal(counts, Signed(("a", signed)).CountsFor(Asking(Today, ("a", asked))));

    [Fact]
    public void CountFor_WhenTwoAttestationsCoverAModuleEach_CountTogether()
    {
        var asking = Asking(Today, ("a", 1), ("b", 1));

        Assert.False(Signed(("a", 1)).CountsFor(asking));
        Assert.True(Attestation.CountFor(asking, [Signed(("a", 1)), Signed(("b", 1))]));
    }

    [Fact]
    public void CountsFor_WhenItIsSomebodyElses_DoesNot() =>
        Assert.False(Signed(("a", 1)).CountsFor(Asking(Guid.NewGuid(), Today, ("a", 1))));

    [Fact]
    public void CountsFor_WhenTheAssignmentHadEndedBefore_DoesNot()
    {
        var declined = Asking(Today, ("a", 1));
        declined.Decline(Now.AddHours(-1));

        Assert.False(Signed(("a", 1)).CountsFor(declined));
    }

    [Theory]
    [InlineData("Mere Tāmihana", "mere tamihana")]
    [InlineData("Mere Tāmihana", "  MERE   Ta\u0304mihana ")]
    [InlineData("Hana O’Neill-Webb", "hana o'neill webb")]
    [InlineData("Hana O’Neill-Webb", "Hana ONeill‑Webb")]
    [InlineData("Łucja Żak", "Łucja Zak")]
    public void IsNameOf_WhenOnlyCaseMacronsSpacesApostrophesOrHyphensDiffer_IsTheName(
        string name,
        string typed
    ) => Assert.True(TypedName.IsNameOf(typed, name));

    [Theory]
    [InlineData("Mere Tāmihana", "Mere")]
    [InlineData("Mere Tāmihana", "Mere Tamihama")]
    [InlineData("Mere Tāmihana", "")]
    [InlineData("Mere Tāmihana", " - ' ")]
    public void IsNameOf_WhenItIsAnother_IsNot(string name, string typed) =>
        Assert.False(TypedName.IsNameOf(typed, name));

    [Fact]
    public void Compose_WithSeveralModules_NamesEachAndAddsTheirOwnLines()
    {
        var statement = Statement.Compose(
            "I agree to {modules}.",
            [
                (Module("a", 2, 1, "Guidance"), null),
                (Module("b", 1, 0, "Be aware"), " I do not join groups to watch. "),
                (Module("c", 1, 3, "Code"), ""),
            ]
        );

        Assert.Equal(
            "I agree to Guidance 2.1, Be aware 1.0 and Code 1.3.\nI do not join groups to watch.",
            statement
        );
    }

    [Fact]
    public void TokenOf_WhenAnythingShownDiffers_Differs()
    {
        string[] tokens =
        [
            Statement.TokenOf("words", [Module("a", 1, 0, "A")]),
            Statement.TokenOf("other words", [Module("a", 1, 0, "A")]),
            Statement.TokenOf("words", [Module("a", 1, 1, "A")]),
            Statement.TokenOf(
                "words",
                [Module("a", 1, 0, "A") with { ContentHash = TreeHash.Sha256Of([1]) }]
            ),
        ];

        Assert.Equal(tokens.Length, tokens.Distinct().Count());
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 2)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 5)]
    [InlineData(2, 0, 3)]
    [InlineData(3, 0, 7)]
    public void PlaceOf_WalksTheTreeFromTheLeft(int level, long index, long place) =>
        Assert.Equal(place, LedgerNode.PlaceOf(new TreePosition(level, index)));

    private static SignedModule Module(string slug, int major, int minor, string title) =>
        new(slug, title, major, minor, TreeHash.Sha256Of([]));

    private static Assignment Asking(DateOnly opensOn, params (string, int)[] modules) =>
        Asking(Me, opensOn, modules);

    private static Assignment Asking(
        Guid personId,
        DateOnly opensOn,
        params (string, int)[] modules
    ) =>
        Assignment.Make(
            Guid.NewGuid(),
            personId,
            PersonKind.Employee,
            Guid.NewGuid(),
            "yearly/2027",
            opensOn,
            opensOn.AddDays(30),
            modules,
            Now
        );

    private static Attestation Signed(params (string Slug, int Major)[] modules) =>
        Attestation.Sign(
            new Signature
            {
                AssignmentId = Guid.NewGuid(),
                AgencyId = Guid.NewGuid(),
                PersonId = Me,
                AccountId = Guid.NewGuid(),
                PersonName = "Mere Tāmihana",
                TypedName = "Mere Tāmihana",
                StatementText = "I agree.",
                Modules = [.. modules.Select(module => Module(module.Slug, module.Major, 0, "A"))],
                QuizEvidenceHash = QuizEvidence.Hash([]),
                AuthenticationMethod = "password",
                At = Now,
            },
            PersonCommitment.NewSalt(),
            0
        );
}

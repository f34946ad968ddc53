using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reports;
using SocialMediaAware.Web.Features.Reports.InformationRequests;

namespace SocialMediaAware.Tests.Reports.InformationRequests;

public sealed class PackRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 15, 21, 0, 0, TimeSpan.Zero);
    private static readonly Guid Agency = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Customer = Guid.Parse("019a0000-0000-7000-8000-000000000002");
    private static readonly Guid North = Guid.Parse("019a0000-0000-7000-8000-000000000003");

    private static readonly AskedInformation Asked = new(
        Agency,
        "OIA-1",
        "What training is there?",
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 6, 30),
        InformationQuestions.Completion | InformationQuestions.CompletionInDetail
    );

    [Fact]
    public void Offers_WhenMadeTwice_StayAsTheyWereDecided()
    {
        var request = Request();
        Assert.Equal(2, request.Offer([OfferOf("a"), OfferOf("b")], 0));
        request.Decide("a", new(false, WithholdingGround.Privacy, ""), Agency, Now);

        Assert.Equal(1, request.Offer([OfferOf("a"), OfferOf("c")], 1));

        Assert.Equal(
            DecisionStanding.Shown,
            request.Decisions.Single(one => one.Key == "a").Standing
        );
        Assert.Equal(2, request.OfferedCount);
        Assert.Equal(1, request.ComparedPacks);
        Assert.Equal(3, request.Revision);
    }

    [Fact]
    public void Offers_WhenAllAreAccepted_AreWithheldOnTheGroundOfTheEarlierPack()
    {
        var request = Request();
        var before = new Choice(true, WithholdingGround.Other, "Section 9(2)(g)(i)");
        request.Offer([OfferOf("a"), OfferOf("b") with { Before = before }], 1);

        Assert.Equal(2, request.AcceptAll(Agency, Now));
        Assert.Equal(0, request.AcceptAll(Agency, Now));

        Assert.All(request.Decisions, one => Assert.Equal(DecisionStanding.Withheld, one.Standing));
        Assert.Equal(
            [WithholdingGround.Privacy, WithholdingGround.Other],
            request.Decisions.OrderBy(one => one.Key).Select(one => one.Ground)
        );
        Assert.Equal(
            "Section 9(2)(g)(i)",
            request.Decisions.Single(one => one.Key == "b").GroundWords
        );
    }

    [Fact]
    public void Request_WithoutAPeriodOrAQuestion_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Request(Asked with { Until = new(2025, 12, 31) }));
        Assert.Throws<ArgumentException>(() =>
            Request(Asked with { Questions = InformationQuestions.None })
        );
    }

    [Theory]
    [InlineData("Yearly acknowledgment 2027", "yearly-acknowledgment-2027")]
    [InlineData("Kāinga Ora – Māori & Iwi", "kainga-ora-maori-iwi")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("***", "table")]
    public void FileNames_OfWhatPeopleCallThings_HoldLettersFiguresAndHyphens(
        string name,
        string file
    ) => Assert.Equal(file, PackNames.FileOf(name));

    [Fact]
    public void Tables_WhoseNamesAreAlike_GetANumber() =>
        Assert.Equal(
            ["yearly", "yearly-2", "yearly-3"],
            PackNames
                .Apart([Table("yearly"), Table("yearly"), Table("yearly")])
                .Select(table => table.Name)
        );

    [Fact]
    public void Keys_OfAPeriod_AreTakenApart()
    {
        var key =
            PackKeys.Within("a/onboarding", new(2026, 1, 1), new(2026, 6, 30)) + "|unit:b|due";

        var (what, period) = PackKeys.Split(key);

        Assert.Equal("a/onboarding|unit:b|due", what);
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)), period);
        Assert.Null(PackKeys.Split("a/yearly/2026|unit:b|due").Period);
    }

    // Every whole is the sum of its parts in every table, so that nothing can be worked out that the rules do not know of.
    [Fact]
    public void Tables_OfARound_AddUpAndNameEverySum()
    {
        var tables = Tables();
        var release = PackReleases.Of(tables);
        var counts = release.Cells.ToDictionary(cell => cell.Key, cell => cell.Count);

        Assert.Equal(
            ["yearly-by-unit", "yearly-by-kind", "yearly-by-unit-and-kind", "yearly-corrected"],
            tables.Select(table => table.Name)
        );
        Assert.All(
            release.Sums,
            sum => Assert.Equal(counts[sum.Whole], sum.Parts.Sum(part => counts[part]))
        );
        // Of the agency: of its units, of the kinds, of signed and not signed. Of Customer: of North and its own.
        var total = PackTable.KeyOf(KeyOf(Agency), "due");
        Assert.Equal(3, release.Sums.Count(sum => sum.Whole == total));
        var customer = release.Sums.Single(sum =>
            sum.Whole == PackTable.KeyOf(KeyOf(Customer), "signed")
            && sum.Parts.Any(part => part.Contains("|own|", StringComparison.Ordinal))
        );
        Assert.Equal(2, customer.Parts.Count);
        Assert.Equal(14, counts[total]);
    }

    [Fact]
    public void Tables_AsText_ComeBackAsTheyWere()
    {
        foreach (var table in Tables())
        {
            Assert.Equal(table.ToText(), PackTable.FromText(table.ToText()).ToText());
        }
    }

    [Fact]
    public void Rates_WhereOneOfTheirCountsIsWithheld_AreNotTold()
    {
        var table = Tables()[0];
        var row = table.Rows[0];
        Assert.NotNull(PackRates.Of(table, row, new HashSet<string>()));
        foreach (var column in new[] { "due", "signed" })
        {
            Assert.Null(
                PackRates.Of(table, row, new HashSet<string> { PackTable.KeyOf(row.Key, column) })
            );
        }
    }

    [Fact]
    public void Proposal_OfARoundWithSmallUnits_LeavesNothingToWorkOut()
    {
        var tables = Tables();
        var request = Request();
        request.Offer(PackProtection.Offers(tables, []), 0);

        Assert.NotEmpty(request.Decisions);
        Assert.Empty(PackProtection.Workable(tables, request.Decisions, []));
        var small = request.Decisions.First(one => one.Reason is OfferReason.Small);
        request.Decide(small.Key, new(false, WithholdingGround.Privacy, ""), Agency, Now);
        Assert.Contains(
            PackProtection.Workable(tables, request.Decisions, []),
            one => one.Key == small.Key
        );
    }

    // January to June and January to July: whoever has both can take one from the other. July alone shares nobody with June.
    [Theory]
    [InlineData("2026-01-01", "2026-07-31", true)]
    [InlineData("2026-06-30", "2026-09-30", true)]
    [InlineData("2026-07-01", "2026-12-31", false)]
    public void Periods_WhenTheyOverlap_AreLinked(string from, string until, bool isLinked)
    {
        var period = (DayField.Read(from)!.Value, DayField.Read(until)!.Value);
        var then = Counted(new(2026, 1, 1), new(2026, 6, 30), 10);
        var now = PackReleases.Of([Counted(period.Item1, period.Item2, 12)]);
        var request = Request();
        var pack = ReleasedPack.Release(request, 1, "", "", Agency, Now);

        var known = new EarlierPack(request, pack, [then]).AsKnownBeside(now);

        Assert.Equal(isLinked ? 1 : 0, known.Links.Count);
    }

    private static PackTable Counted(DateOnly from, DateOnly until, int count) =>
        Table("starters") with
        {
            Columns = ["due"],
            ColumnTitles = ["Due"],
            Rows = [new(PackKeys.Within("p/onboarding", from, until), ["Agency"], [count])],
        };

    private static IReadOnlyList<PackTable> Tables()
    {
        var tree = new UnitTree(
            Agency,
            [(Agency, "Agency", null), (Customer, "Customer", Agency), (North, "North", Customer)]
        );
        var place = new ReportPlace(Agency, tree, tree.Root, [tree]);
        var agency = Web.Features.People.Agency.Found("agency", "The Agency", "Agency", null, Now);
        var scope = new PackScope(Asked, agency, place, [], new(2026, 6, 30), Now);
        var round = new RoundFigures(
            "p/yearly/2026",
            "Yearly",
            "yearly",
            [
                new(Customer, PersonKind.Employee, AssignmentStatus.Signed, 3),
                new(Customer, PersonKind.Volunteer, AssignmentStatus.Open, 2),
                new(North, PersonKind.Employee, AssignmentStatus.Signed, 7),
                new(North, PersonKind.Employee, AssignmentStatus.OnHold, 1),
                new(null, PersonKind.Contractor, AssignmentStatus.Overdue, 2),
            ],
            new CompletionFigures(11, 1, 2, 0, 0, 1, 0)
        );
        return [.. new CompletionPackTables(PackTexts.Localizer, PackTexts.Words).Of(scope, round)];
    }

    private static string KeyOf(Guid unitId) =>
        PackKeys.OfUnit("p/yearly/2026", unitId, PackKeys.EveryKind);

    private static InformationRequest Request(AskedInformation? asked = null) =>
        InformationRequest.DrawUp(asked ?? Asked, new(2026, 6, 30), Now, Agency, Now);

    private static SuppressionOffer OfferOf(string key) => new(key, OfferReason.Small, null, null);

    private static PackTable Table(string name) =>
        new()
        {
            Name = name,
            Kind = PackTableKind.Rules,
            Title = name,
            About = "",
            Labels = [],
            Rows = [],
        };
}

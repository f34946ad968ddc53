using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using static SocialMediaAware.Tests.Elections.ElectionsGiven;

namespace SocialMediaAware.Tests.Elections;

public sealed class PhaseBannerTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private CastMember member = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync();
        member = await portal.PersonAsync(agency, from: new DateOnly(2020, 1, 6));
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("2026-07-16", null)]
    [InlineData("2026-07-17", "it begins on Friday 7 August 2026")]
    [InlineData("2026-08-06", "it begins on Friday 7 August 2026")]
    [InlineData("2026-08-07", "until polling day, Saturday 7 November 2026. Take extra care")]
    [InlineData("2026-11-06", "until polling day, Saturday 7 November 2026. Take extra care")]
    [InlineData("2026-11-07", "is today")]
    [InlineData("2026-11-08", "until a new government is formed")]
    [InlineData("2027-02-05", "until a new government is formed")]
    [InlineData("2027-02-06", null)]
    public async Task Banner_OnEachBoundaryDay_SaysWhatTimeItIs(string day, string? words)
    {
        var banner = await BannerAsync(day);
        if (words is null)
        {
            Assert.Null(banner);
        }
        else
        {
            Assert.Contains(words, banner);
        }
    }

    [Fact]
    public async Task Banner_WhenAGovernmentWasRecorded_GoesAway()
    {
        await portal.ChangeElectionAsync(
            "general-2026",
            election => election.FormGovernment(Day("2026-12-01"))
        );
        Assert.NotNull(await BannerAsync("2026-11-30"));
        Assert.Null(await BannerAsync("2026-12-01"));
    }

    [Fact]
    public async Task Banner_WhenTheAgencyHasTheElectionOff_IsNotShown()
    {
        await portal.ChoiceAsync(agency, "general-2026", isOn: false);
        Assert.Null(await BannerAsync("2026-09-01"));
    }

    [Fact]
    public async Task Banner_OfLocalElections_IsShownWhereTheyAreOnOnly()
    {
        var elsewhere = await portal.AgencyAsync("stats-nz");
        await portal.ChoiceAsync(elsewhere, "local-2028", isOn: true);
        Assert.Null(await BannerAsync("2028-09-01"));
        member = await portal.PersonAsync(elsewhere, from: new DateOnly(2020, 1, 6));
        Assert.Contains("Local elections 2028", await BannerAsync("2028-09-01"));
    }

    [Fact]
    public async Task Banner_WhereNobodyIsSignedIn_IsNotShown()
    {
        portal.Clock.MoveTo(Day("2026-09-01"));
        using var visitor = portal.Visitor();
        Assert.Null((await visitor.PageAsync("/accounts/sign-in")).QuerySelector(".sma-phase"));
        Assert.Null((await visitor.PageAsync("/help")).QuerySelector(".sma-phase"));
        using var browser = await portal.SignedInAsync(member.AccountId);
        Assert.Null((await browser.PageAsync("/accounts/password")).QuerySelector(".sma-phase"));
    }

    private async Task<string?> BannerAsync(string day)
    {
        portal.Clock.MoveTo(Day(day));
        using var browser = await portal.SignedInAsync(member.AccountId);
        var banner = (await browser.PageAsync("/")).QuerySelector(".sma-phase");
        if (banner is not null)
        {
            Assert.Equal("/elections", banner.QuerySelector("a")!.GetAttribute("href"));
        }

        return banner?.TextContent;
    }
}

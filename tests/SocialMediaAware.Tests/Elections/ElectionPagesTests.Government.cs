using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Elections.ElectionsGiven;

namespace SocialMediaAware.Tests.Elections;

public sealed partial class ElectionPagesTests
{
    [Fact]
    public async Task Government_WhenRecorded_EndsTheTimeAfterTheElection()
    {
        portal.Clock.MoveTo(Day("2026-12-05"));
        using var later = await portal.SignedInAsync(hr.AccountId);
        const string address = "/elections/government/general-2026";
        Assert.NotNull((await later.PageAsync("/elections")).QuerySelector($"a[href='{address}']"));
        var page = await later.PageAsync(address);
        foreach (var wrong in new[] { "", "2026-11-07", "2026-12-06", "soon" })
        {
            using var refused = await later.SubmitAsync(page, address, "main form", ("Day", wrong));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.NotNull((await refused.PageAsync()).QuerySelector("#day-error"));
        }

        using var recorded = await later.SubmitAsync(
            page,
            address,
            "main form",
            ("Day", "2026-12-03")
        );
        using var again = await later.SubmitAsync(
            page,
            address,
            "main form",
            ("Day", "2026-12-03")
        );
        using var other = await later.SubmitAsync(
            page,
            address,
            "main form",
            ("Day", "2026-12-04")
        );
        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal(
            Day("2026-12-03"),
            (await portal.ElectionAsync("general-2026")).GovernmentFormedOn
        );
        Assert.Single(await portal.AuditAsync(AuditActions.GovernmentRecorded));
        Assert.Null((await later.PageAsync("/")).QuerySelector(".sma-phase"));
    }
}

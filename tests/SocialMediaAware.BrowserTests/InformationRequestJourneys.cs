using System.IO.Compression;
using Microsoft.Playwright;
using SocialMediaAware.Web.Features.People.Demonstration;

namespace SocialMediaAware.BrowserTests;

/// <summary>HR answers a request for official information: asked, counted, decided, compared, released.</summary>
public sealed class InformationRequestJourneys(Browser browser) : IClassFixture<Browser>
{
    private static readonly DateOnly Day = new(2027, 1, 18);

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task HumanResources_WhenTheyAnswerARequest_ReleaseAPackInFewClicks(
        int width,
        bool javaScript
    )
    {
        await using var portal = await VisitSteps.StartAsync(browser, Day);
        await using var visit = await browser.VisitAsync(portal, width, javaScript);
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        await visit.GoAsync("/reports/information-requests", "information-requests");
        await visit.PressAsync("Answer a request");
        await visit.LookAsync("information-request-new");
        await visit.Page.GetByLabel("Your reference").FillAsync("OIA-2027-003");
        await visit
            .Page.GetByLabel("What was asked")
            .FillAsync("How are staff trained about social media, and how many did it?");
        await visit.PressAsync("Count", exact: true);
        await visit.LookAsync("information-request-figures");
        await visit.Page.Locator("main form[method=post] button").ClickAsync();
        await visit.LookAsync("information-request-decided");
        await visit.Page.Locator("tbody td a").First.ClickAsync();
        await visit.LookAsync("information-request-figure");
        await visit.PressAsync("Save", exact: true);
        await visit.PressAsync("Go on to earlier packs");
        await visit.LookAsync("information-request-comparison");
        await visit.PressAsync("Go on to the release");
        await visit.LookAsync("information-request-release");
        await visit.PressAsync("Release", exact: true);
        await visit.LookAsync("information-request-released");

        var download = await visit.Page.RunAndWaitForDownloadAsync(() =>
            visit.PressAsync("Download (ZIP)")
        );

        Assert.Equal("oia-2027-003.zip", download.SuggestedFilename);
        await using var zip = await ZipFile.OpenReadAsync(await download.PathAsync());
        Assert.Contains(zip.Entries, entry => entry.FullName == "README.html");
        Assert.Contains(zip.Entries, entry => entry.FullName == "manifest.json");
    }
}

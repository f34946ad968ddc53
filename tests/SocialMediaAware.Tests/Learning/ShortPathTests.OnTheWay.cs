using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Learning;

public sealed partial class ShortPathTests
{
    [Fact]
    public async Task ShortPath_WhenAMailLeadsToIt_BeginsWithWhatChanged()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var owed = await returner.OwesAsync(Returner.Care);
        Assert.Equal(Returner.Overview(owed), await LeadsToAsync(returner, $"/next/{owed.Id}"));
        await returner.StartAsync(owed);
        Assert.Equal(Returner.Situations(owed), await LeadsToAsync(returner, $"/next/{owed.Id}"));
    }

    [Fact]
    public async Task ShortPath_WhenItIsSomebodyElses_IsNotFound()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var owed = await returner.OwesAsync(Returner.Care);
        var other = await returner.Portal.PersonAsync(returner.Agency, "Somebody Else");
        using var browser = await returner.Portal.SignedInAsync(other.AccountId);
        foreach (
            var address in new[]
            {
                Returner.Overview(owed),
                Returner.Situations(owed),
                Returner.Sign(owed),
            }
        )
        {
            using var answer = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        var theirs = await returner.Portal.AssignmentAsync(
            other,
            await returner.Portal.YearlyAsync(returner.Agency, Returner.Care)
        );
        using var posted = await browser.PostAsync(
            $"{Returner.Situations(owed)}?handler=Start",
            await TokenOfAsync(browser, SectionAddress(theirs))
        );
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        Assert.Empty(await returner.AttemptsAsync(owed));
    }

    [Fact]
    public async Task ShortPath_WhenItIsSuperseded_TakesNoLateForm()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var owed = await returner.OwesAsync(Returner.Care);
        var situation = await returner.StartAsync(owed);
        await EndAsync(returner, owed);
        using var late = await returner.Browser.SubmitAsync(
            situation,
            Returner.Situations(owed),
            fields: ("options", "1")
        );
        Assert.Equal(
            (HttpStatusCode.Redirect, "/"),
            (late.StatusCode, late.Headers.Location!.ToString())
        );
        Assert.All(
            (await returner.AttemptsAsync(owed)).Single().Drawn,
            drawn => Assert.False(drawn.IsAnswered)
        );
        Assert.Equal("/", await LeadsToAsync(returner, Returner.Overview(owed)));
    }

    [Fact]
    public async Task ShortPath_WhenItIsSupersededBeforeSigning_SaysSoAndSignsNothing()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var owed = await returner.OwesAsync(Returner.Care);
        await returner.PractiseAsync(owed);
        var sheet = await returner.PageAsync(Returner.Sign(owed));
        await EndAsync(returner, owed);
        using var late = await returner.Browser.SubmitAsync(
            sheet,
            Returner.Sign(owed),
            fields: [("Declared", "true"), ("Name", returner.Person.Name)]
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.NotNull((await late.PageAsync()).QuerySelector(".govuk-error-summary"));
        Assert.Empty(await SignedModulesAsync(returner, owed));
    }

    [Fact]
    public async Task ShortPath_WhenAMajorVersionComesOutAfterThePractice_AsksAboutThatOnly()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var owed = await returner.OwesAsync(Returner.Care, Returner.Speaking);
        await returner.PractiseAsync(owed);
        var sheet = await returner.PageAsync(Returner.Sign(owed));
        await returner.ChangeCareAsync("1.0", "2.0", OldWords, NewWords);

        using var late = await returner.Browser.SubmitAsync(
            sheet,
            Returner.Sign(owed),
            fields: [("Declared", "true"), ("Name", returner.Person.Name)]
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var overview = await returner.PageAsync(Returner.Overview(owed));
        Assert.Equal(["What you post", "Two situations", "Sign"], Steps(overview));
        var section = await returner.FollowAsync(overview);
        Assert.Contains("A new version came out since you began", Words(section));
        await returner.SendAsync(section, SectionAddress(owed));
        await returner.PractiseAsync(owed);
        var rounds = await returner.AttemptsAsync(owed);
        Assert.Equal(2, rounds.Count);
        Assert.Equal(
            [(Returner.Care, 2)],
            rounds[1].Refreshed.Select(each => (each.ModuleSlug, each.Major))
        );
        Assert.Equal(
            "HB-SMG-01",
            returner.FindScenario(Assert.Single(rounds[1].Drawn).ScenarioSlug).ObligationIds[0]
        );
        await returner.SignAsync(owed);
        Assert.NotNull((await returner.AgainAsync(owed)).SignedAt);
    }

    [Fact]
    public async Task ShortPath_WhenAMinorVersionComesOutOnTheWay_IsFinishedWithTheOneBegun()
    {
        await using var returner = await Returner.WhoSignedBothAsync();
        var owed = await returner.OwesAsync(Returner.Care);
        await returner.StartAsync(owed);
        await returner.ChangeCareAsync("1.0", "1.1", OldWords, NewWords);
        await returner.PractiseAsync(owed);
        var sheet = await returner.PageAsync(Returner.Sign(owed));
        Assert.Contains("Taking care 1.0", sheet.QuerySelector("#statement")!.TextContent);
        Assert.Null(sheet.QuerySelector(".sma-changes"));
        await returner.SignAsync(owed);
        Assert.NotNull((await returner.AgainAsync(owed)).SignedAt);
    }
}

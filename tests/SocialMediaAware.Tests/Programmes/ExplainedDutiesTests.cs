using System.Net;
using SocialMediaAware.Tests.People.Relief;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>"Why this, why this date", on the pages and as a command.</summary>
public sealed class ExplainedDutiesTests
{
    [Fact]
    public async Task Why_OfWhoStarted_SaysFromWhenAndHowTheDateCameAbout()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.OnboardingAsync(agency);
        await portal.YearlyAsync(agency);
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana", from: new(2026, 11, 16));
        await portal.PlanAsync();

        var own = await (await portal.SignedInAsync(mere.AccountId)).PageAsync("/why");
        var text = own.QuerySelector("main")!.TextContent;

        Assert.Contains("Work in the agency began on Monday 16 November 2026.", text);
        Assert.Contains("It is due 10 working days after Monday 16 November 2026.", text);
        Assert.Contains("due Monday 30 November 2026", text);
        Assert.Contains("The newest round was over", text);
        var home = await (await portal.SignedInAsync(mere.AccountId)).PageAsync("/");
        Assert.NotNull(home.QuerySelector("main a[href='/why']"));
    }

    [Fact]
    public async Task Why_AfterLeaveAndMoreTime_TellsTheStepsButNotWhatHeldIt()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.OnboardingAsync(agency);
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana", from: new(2026, 11, 16));
        await portal.PlanAsync();
        await portal.LeaveAsync(agency, mere, new(2026, 11, 17), new(2026, 12, 1));
        portal.Clock.MoveTo(new DateOnly(2026, 11, 18));
        await portal.PlanAsync();
        var browser = await portal.HumanResourcesAsync(agency);

        var page = await browser.PageAsync($"/people/person/{mere.PersonId}/duties");
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Contains(
            "It was on hold from Tuesday 17 November 2026, and goes on from Tuesday 1 December 2026.",
            text
        );
        Assert.DoesNotContain("leave", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("On hold", text);
    }

    [Fact]
    public async Task Why_OfSomebodyOfAnotherAgency_IsNotFound()
    {
        await using var portal = await TestPortal.StartAsync();
        var other = await portal.PersonAsync(await portal.AgencyAsync("msd"));
        var browser = await portal.HumanResourcesAsync(await portal.AgencyAsync());

        using var answer = await browser.GetAsync($"/people/person/{other.PersonId}/duties");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Command_ForAnAddress_SaysTheSameAsThePage()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.OnboardingAsync(agency);
        var mere = await portal.PersonAsync(agency, "Mere Tāmihana", from: new(2026, 11, 16));
        await portal.PlanAsync();

        var (exitCode, output, error) = await WhyAsync(portal, mere.Email);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("Getting started (onboarding/kainga-ora/2026-11-16): open", output);
        Assert.Contains("  Work in the agency began on Monday 16 November 2026.", output);
    }

    [Fact]
    public async Task Command_ForNobody_SaysWhatToGive()
    {
        await using var portal = await TestPortal.StartAsync();

        var (exitCode, output, error) = await WhyAsync(portal, "nobody@agency.example");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("an employee number", error);
    }

    [Fact]
    public void Texts_OfEveryReason_AreThere()
    {
        var keys = System
            .Xml.Linq.XDocument.Load(
                Path.Combine(
                    Repository.Folder("src"),
                    "SocialMediaAware.Web/Features/Programmes/ProgrammesTexts.resx"
                )
            )
            .Descendants("data")
            .Select(data => (string)data.Attribute("name")!)
            .ToHashSet();

        Assert.All(Enum.GetNames<PlanReasonKind>(), kind => Assert.Contains($"Why{kind}", keys));
    }

    private static async Task<(int, string, string)> WhyAsync(TestPortal portal, string person)
    {
        using var process = PortalProcess.Start(
            [
                ("Portal__DataFolder", portal.DataFolder),
                ("Portal__ContentFolder", Repository.Folder("content")),
            ],
            "plan",
            "--why",
            person
        );
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Trim(), (await error).Trim());
    }
}

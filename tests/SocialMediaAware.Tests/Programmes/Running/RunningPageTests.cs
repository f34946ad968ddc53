using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes.Running;

/// <summary>The pages on which a programme is changed, paused, taken up and ended.</summary>
public sealed class RunningPageTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync();
        browser = await portal.HumanResourcesAsync(agency);
        await portal.ConfirmAsync(agency, GivenProgrammes.Module, GivenProgrammes.OtherModule);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Change_WhenLookedAt_SaysInWordsAndNumbersWhatItDoes()
    {
        await portal.PersonAsync(agency, kind: PersonKind.Contractor);
        var programme = await portal.LaunchedAsync(browser, agency, GivenProgrammes.Once(portal));
        await portal.ProposeAsync(
            programme,
            terms =>
                terms with
                {
                    Name = "Another name",
                    ModuleSlugs = [GivenProgrammes.Module, GivenProgrammes.OtherModule],
                    Schedule = terms.Schedule with { DueOn = portal.Clock.Today().AddDays(28) },
                    Statements = terms
                        .Statements.Where(entry => entry.Key is not PersonKind.Contractor)
                        .ToDictionary(
                            entry => entry.Key,
                            _ => "I have read {modules} and agree to abide by them."
                        ),
                }
        );

        var page = await browser.PageAsync($"/programmes/{programme.Id}/change");

        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Before: Getting to know the rules", words);
        Assert.Contains("Now: Another name", words);
        Assert.Contains("Now: Not asked", words);
        Assert.Contains("Nobody comes in", words);
        Assert.Contains("One person is not asked any more", words);
        Assert.Contains("One open assignment gets other dates", words);
        Assert.Contains("2 open assignments also ask for", words);
        Assert.Contains("signs the new words", words);
        Assert.Contains(
            "A change is waiting",
            (await browser.PageAsync($"/programmes/{programme.Id}"))
                .QuerySelector("main")!
                .TextContent
        );
        Assert.Equal("Getting to know the rules", programme.Name);

        Assert.True(await browser.ConfirmAsync(portal, programme, "change"));

        var shown = await browser.PageAsync($"/programmes/{programme.Id}");
        var history = shown.QuerySelector(".sma-thread")!.TextContent;
        Assert.Contains("Now: Another name", history);
        Assert.Contains("It was asked for.", history);
        Assert.Contains("Tamsin Okoro", history);
        Assert.DoesNotContain("A change is waiting", shown.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Change_WhenSomebodySignedBefore_LeavesWhatTheySignedByteForByte()
    {
        var member = await portal.PersonAsync(agency);
        var programme = await portal.LaunchedAsync(browser, agency, GivenProgrammes.Once(portal));
        var assignment = (await portal.AssignmentsAsync(programme.Id)).Single(one =>
            one.PersonId == member.PersonId
        );
        var signer = new Signer(member, assignment);
        await portal.KeepPublishedAsync();
        await portal.OpenedAsync(signer);
        await portal.PractisedAsync(signer);
        Assert.NotNull((await portal.SignAsync(signer)).AttestationId);
        var before = await SignedAsync();
        await portal.ProposeAsync(
            programme,
            terms =>
                terms with
                {
                    ModuleSlugs = [GivenProgrammes.OtherModule],
                    Schedule = terms.Schedule with { DueOn = portal.Clock.Today().AddDays(40) },
                    Statements = terms.Statements.ToDictionary(
                        entry => entry.Key,
                        _ => "Other words about {modules}."
                    ),
                }
        );

        Assert.True(await browser.ConfirmAsync(portal, programme, "change"));
        Assert.True(await browser.ConfirmAsync(portal, programme, "pause"));
        Assert.True(await browser.ConfirmAsync(portal, programme, "resume"));
        Assert.True(await browser.ConfirmAsync(portal, programme, "end"));

        Assert.Equal(before, await SignedAsync());
        var signed = (await portal.AssignmentsAsync(programme.Id)).Single(one =>
            one.PersonId == member.PersonId
        );
        Assert.Equal(
            (assignment.OpensOn, assignment.DueOn, GivenProgrammes.Module),
            (signed.OpensOn, signed.DueOn, Assert.Single(signed.Modules).ModuleSlug)
        );
        using var reader = await portal.SignedInAsync(member.AccountId);
        var attestationId = await portal.WithDatabaseAsync(database =>
            database.Attestations.Select(one => one.Id).SingleAsync()
        );
        Assert.Contains(
            "I have read and understood",
            (await reader.PageAsync($"/attestations/{attestationId}"))
                .QuerySelector("main")!
                .TextContent
        );
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("end")]
    public async Task Act_WithoutAReasonOrWithTooLongAOne_IsAskedForIt(string act)
    {
        var programme = await portal.LaunchedAsync(browser, agency, GivenProgrammes.Once(portal));
        var address = $"/programmes/{programme.Id}/{act}";
        foreach (var reason in new[] { "  ", new string('x', ProgrammeChange.ReasonLength + 1) })
        {
            using var refused = await browser.SubmitAsync(
                await browser.PageAsync(address),
                address,
                "main form",
                ("Reason", reason)
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var page = await refused.PageAsync();
            Assert.NotNull(page.QuerySelector(".govuk-error-summary a[href='#reason']"));
            Assert.Equal(reason.Trim(), page.QuerySelector("#reason")!.GetAttribute("value") ?? "");
        }

        Assert.Equal(
            ProgrammeStanding.Running,
            (await portal.ProgrammeAsync(programme.Id)).Standing
        );
    }

    [Fact]
    public async Task Pause_WhenTheNumbersChangedMeanwhile_IsShownAnew()
    {
        await portal.PersonAsync(agency);
        var programme = await portal.LaunchedAsync(browser, agency, GivenProgrammes.Once(portal));
        var address = $"/programmes/{programme.Id}/pause";
        var page = await browser.PageAsync(address);
        Assert.Contains("2 open assignments go on hold", page.QuerySelector("main")!.TextContent);
        await portal.WithDatabaseAsync(async database =>
        {
            (await database.Assignments.FirstAsync()).Sign(portal.Clock.GetUtcNow());
            await database.SaveChangesAsync();
        });

        using var refused = await browser.SubmitAsync(
            page,
            address,
            "main form",
            ("Reason", "A strike.")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var anew = await refused.PageAsync();
        Assert.Contains(
            "One open assignment goes on hold",
            anew.QuerySelector("main")!.TextContent
        );
        Assert.Equal("A strike.", anew.QuerySelector("#reason")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("resume")]
    [InlineData("change")]
    public async Task Act_WhenItDoesNotFit_SaysSoAndDoesNothing(string act)
    {
        var programme = await portal.LaunchedAsync(browser, agency, GivenProgrammes.Once(portal));
        var address = $"/programmes/{programme.Id}/{act}";
        var page = await browser.PageAsync(address);
        Assert.Empty(page.QuerySelectorAll("main form"));
        var other = await browser.PageAsync($"/programmes/{programme.Id}/pause");
        using var refused = await browser.PostAsync(
            address,
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["Reason"] = "It was asked for.",
                    ["Revision"] = $"{programme.Revision}",
                    ["__RequestVerificationToken"] = other
                        .QuerySelector("input[name=__RequestVerificationToken]")!
                        .GetAttribute("value")!,
                }
            )
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(programme.Revision, (await portal.ProgrammeAsync(programme.Id)).Revision);
    }

    [Theory]
    [InlineData("launch")]
    [InlineData("change")]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("end")]
    [InlineData("nonsense")]
    public async Task Act_OnAnotherAgencysProgramme_IsNotFound(string act)
    {
        var other = await portal.AgencyAsync("stats-nz");
        var programme = await portal.OnboardingAsync(other);
        using var answer = await browser.GetAsync($"/programmes/{programme.Id}/{act}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<List<string>> SignedAsync() =>
        portal.WithDatabaseAsync(async database =>
        {
            var entries = await database.LedgerEntries.AsNoTracking().ToListAsync();
            var attestations = await database
                .Attestations.AsNoTracking()
                .Include(one => one.Modules)
                .ToListAsync();
            return entries
                .Select(entry =>
                    $"{Convert.ToHexString(entry.Leaf)} {Convert.ToHexString(entry.LeafHash)}"
                )
                .Concat(
                    attestations.Select(one =>
                        $"{one.Id} {one.StatementText} {one.SignedAt:O} "
                        + string.Join(
                            ',',
                            one.Modules.Select(module =>
                                $"{module.ModuleSlug}@{module.Major} {Convert.ToHexString(module.ContentHash)}"
                            )
                        )
                    )
                )
                .ToList();
        });
}

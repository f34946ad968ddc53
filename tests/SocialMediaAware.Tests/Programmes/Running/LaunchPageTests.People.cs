using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes.Running;

public sealed partial class LaunchPageTests
{
    [Fact]
    public async Task Launch_WhenPeopleAreApartOrLeftOut_SaysWhyButNeverWhyOnHold()
    {
        await portal.ConfirmAsync(agency);
        await portal.PersonAsync(agency, "Cora Contractor", PersonKind.Contractor);
        var silent = await portal.PersonAsync(agency, "Sione Silent");
        await portal.PersonAsync(silent, email: null);
        var away = await portal.PersonAsync(agency, "Anahera Away");
        var today = portal.Clock.Today();
        await portal.LeaveAsync(agency, away, today.AddDays(-2), today.AddDays(30));
        await portal.PersonAsync(agency, "Nikau Newcomer", from: today.AddDays(20));
        var terms = GivenProgrammes.Once(portal);
        var programme = await portal.DraftAsync(
            agency,
            ProgrammeKind.OneOff,
            terms with
            {
                Audience = new() { Groups = [new AudienceGroup { Kinds = [PersonKind.Employee] }] },
                Schedule = terms.Schedule with { LatecomersOwe = true },
            }
        );

        var page = await browser.PageAsync($"/programmes/{programme.Id}/launch");

        string[] groups =
        [
            .. page.QuerySelectorAll("details:has(ul)")
                .Select(group =>
                    System
                        .Text.RegularExpressions.Regex.Replace(group.TextContent, @"\s+", " ")
                        .Trim()
                ),
        ];
        Assert.Contains("One person: not of those it is for Cora Contractor", groups);
        Assert.Contains("One person: on hold from the beginning Anahera Away", groups);
        Assert.Contains(groups, group => group.EndsWith("Sione Silent", StringComparison.Ordinal));
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("3 people would owe it today", words);
        Assert.Contains("one more", words);
        Assert.DoesNotContain("on leave", words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Launch_ForGettingStarted_LeavesOutWhoBeganBefore()
    {
        await portal.ConfirmAsync(agency);
        await portal.PersonAsync(agency, "Nikau Newcomer", from: portal.Clock.Today().AddDays(7));
        var programme = await portal.DraftAsync(
            agency,
            ProgrammeKind.Onboarding,
            GivenProgrammes.Terms()
        );

        var page = await browser.PageAsync($"/programmes/{programme.Id}/launch");

        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Nobody would owe it today. In the next 60 days one more.", words);
        Assert.Contains("One person: began before it is launched", words);
        Assert.Contains("Monday 23 November 2026", words);
    }

    [Fact]
    public async Task Launch_WhenSomebodySignedTheSameLately_CountsItAsThePlannerThenDoes()
    {
        await portal.ConfirmAsync(agency);
        var member = await portal.PersonAsync(agency, "Sina Signed");
        var signer = new Signer(
            member,
            await portal.AssignmentAsync(member, await portal.OnboardingAsync(agency))
        );
        await portal.KeepPublishedAsync();
        await portal.OpenedAsync(signer);
        await portal.PractisedAsync(signer);
        Assert.NotNull((await portal.SignAsync(signer)).AttestationId);
        var programme = await portal.DraftAsync(
            agency,
            ProgrammeKind.OneOff,
            GivenProgrammes.Once(portal)
        );

        var page = await browser.PageAsync($"/programmes/{programme.Id}/launch");

        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("One person would owe it today", words);
        Assert.Contains("signed the same in the last 90 days", words);
        Assert.True(await browser.ConfirmAsync(portal, programme, "launch"));
        var made = await portal.AssignmentsAsync(programme.Id);
        Assert.NotNull(made.Single(one => one.PersonId == member.PersonId).SignedAt);
        Assert.Equal(1, made.Count(one => one.SignedAt is null));
    }
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reports.Exports.Feed;

namespace SocialMediaAware.Tests.People.Relief;

/// <summary>
/// Nothing that others can open tells leave, an open question and an exemption apart, also in a unit of one: the same portal is lived
/// through with each of them, and what an auditor, an assistant, a leader and other HR read is compared word by word.
/// </summary>
public sealed partial class SameForEverybodyTests
{
    [Fact]
    public async Task Pages_WhetherItIsAnExemptionOrAQuestion_AreTheSameForEverybodyElse()
    {
        var exempt = await LiveAsync("exemption");
        var asks = await LiveAsync("question");

        Assert.All(
            exempt.Where(page => page.Key.Length > 0),
            page => Assert.Equal(asks[page.Key], page.Value)
        );
        Assert.Contains(exempt.Values, text => text.Contains("On hold", StringComparison.Ordinal));
        // A form offers every reason to everybody; nothing says which one it was.
        Assert.All(
            exempt.Values,
            text =>
                Assert.DoesNotContain(
                    "adjustment",
                    Choices().Replace(text, ""),
                    StringComparison.OrdinalIgnoreCase
                )
        );
    }

    [Fact]
    public async Task Pages_WhetherItIsAnExemptionOrLeave_AreTheSameForAuditorsAndAssistants()
    {
        var exempt = await LiveAsync("exemption");
        var away = await LiveAsync("leave");

        Assert.All(
            exempt.Where(page =>
                page.Key.StartsWith("auditor", StringComparison.Ordinal)
                || page.Key.StartsWith("assistant", StringComparison.Ordinal)
                || page.Key.StartsWith("leader", StringComparison.Ordinal)
                || page.Key == "feed"
            ),
            page => Assert.Equal(away[page.Key], page.Value)
        );
    }

    [GeneratedRegex("<option(?! selected)[^>]*>[^<]*</option>", RegexOptions.ExplicitCapture)]
    private static partial Regex Choices();

    // What HR systems are given of the day, which is over then.
    private static Task<string> FeedAsync(TestPortal portal, Guid agencyId) =>
        portal.WithAsync(async services =>
        {
            var rows = new List<string>();
            await foreach (
                var row in services
                    .GetRequiredService<CompletionFeedRows>()
                    .ReadAsync(agencyId, portal.Today(), default)
            )
            {
                rows.Add(string.Join('|', row.Select(cell => cell.Text ?? $"{cell.Time:s}")));
            }

            return string.Join('\n', rows);
        });

    private static async Task<Dictionary<string, string>> LiveAsync(string hold)
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        var leader = await portal.PersonAsync(agency, "Ana Rangi");
        var assistant = await portal.PersonAsync(agency, "Ben Ashworth");
        await portal.StandInAsync(agency, leader, assistant, StandInKind.Assistant);
        var mere = await portal.PersonAsync(
            agency,
            "Mere Tāmihana",
            unit: await portal.UnitAsync(agency, "Unit of one"),
            from: portal.Today(),
            ledBy: leader
        );
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor, "Vic Sands");
        var giver = await portal.PersonWithRoleAsync(
            agency,
            PortalRole.HumanResources,
            "Hana Webb"
        );
        var other = await portal.PersonWithRoleAsync(
            agency,
            PortalRole.HumanResources,
            "Tamsin Okoro"
        );
        await portal.PlanAsync();
        var assignment = await portal.AssignmentOfAsync(mere);
        await HoldAsync(portal, hold, giver, mere, programme.Id, assignment.Id);
        Assert.NotNull((await portal.AssignmentOfAsync(mere)).HeldAt);

        portal.Clock.Move(TimeSpan.FromHours(1));
        var pages = new Dictionary<string, string>();
        foreach (
            var (who, account, addresses) in new (string, Guid, string[])[]
            {
                (
                    "leader",
                    leader.AccountId,
                    ["/team", "/team?show=needs-attention", "/team/download"]
                ),
                (
                    "assistant",
                    assistant.AccountId,
                    ["/team", "/team?show=needs-attention", "/team/download"]
                ),
                (
                    "auditor",
                    auditor.AccountId,
                    [
                        "/people?q=mere",
                        $"/people/person/{mere.PersonId}",
                        "/reports/completion",
                        "/reports/completion/people",
                        "/reports/completion/people?status=on-hold",
                        "/reports/completion/download",
                        "/reports/completion/download?table=people",
                        "/reminders",
                    ]
                ),
                (
                    "other HR",
                    other.AccountId,
                    [
                        "/people?q=mere",
                        $"/people/person/{mere.PersonId}",
                        $"/people/person/{mere.PersonId}/exempt",
                        $"/people/person/{mere.PersonId}/leave",
                        $"/people/extensions",
                        "/people/exemptions",
                        "/reports/completion/people",
                        "/reports/completion/people?status=on-hold",
                        "/reports/completion/download",
                        "/reports/completion/download?table=people",
                    ]
                ),
            }
        )
        {
            using var browser = await portal.SignedInAsync(account);
            foreach (var address in addresses)
            {
                using var answer = await browser.GetAsync(address);
                // What was made in the same instant is listed in no order of its own.
                pages[$"{who} {Plain(address)}"] = string.Join(
                    '\n',
                    Plain(await answer.Content.ReadAsStringAsync())
                        .Split('\n')
                        .Order(StringComparer.Ordinal)
                        .Prepend($"{answer.StatusCode}")
                );
            }
        }

        pages["feed"] = string.Join(
            '\n',
            Plain(await FeedAsync(portal, agency.Id)).Split('\n').Order(StringComparer.Ordinal)
        );
        return pages;
    }

    private static async Task HoldAsync(
        TestPortal portal,
        string hold,
        CastMember giver,
        CastMember mere,
        Guid programmeId,
        Guid assignmentId
    )
    {
        // Both are there that day, whoever does something.
        using var asker = await portal.SignedInAsync(mere.AccountId);
        using var human = await portal.SignedInAsync(giver.AccountId);
        var browser = hold == "question" ? asker : human;
        var (address, fields) = hold switch
        {
            "question" => (
                $"/questions/ask?assignment={assignmentId}",
                new (string, string?)[] { ("Text", "May I?") }
            ),
            "leave" => (
                $"/people/person/{mere.PersonId}/leave",
                [
                    ("From", portal.Today().ForField()),
                    ("LastDay", portal.Today().AddDays(20).ForField()),
                ]
            ),
            _ => (
                $"/people/person/{mere.PersonId}/exempt",
                [
                    ("Programme", programmeId.ToString()),
                    ("ReasonCode", "adjustment"),
                    ("LastDay", portal.Today().AddDays(20).ForField()),
                ]
            ),
        };
        using var answer = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            fields
        );
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }

    // Ids, tokens and addresses are new in each portal.
    private static string Plain(string text) => Token().Replace(Id().Replace(text, "ID"), "TOKEN");

    [GeneratedRegex(@"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex Token();
}

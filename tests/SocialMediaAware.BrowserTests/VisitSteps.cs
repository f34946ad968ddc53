using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People.Demonstration;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.BrowserTests;

/// <summary>What people do in every journey.</summary>
internal static class VisitSteps
{
    /// <summary>More answers than any draw can ask for, counting those that come back.</summary>
    private const int MostAnswers = 60;

    /// <summary>The portal with the demonstration, on a day; the ordinary Monday of the tests where it is left out.</summary>
    public static async Task<TestPortal> StartAsync(Browser browser, DateOnly? day = null)
    {
        var clock = TestClock.OnAMonday();
        if (day is { } date)
        {
            clock.MoveTo(date);
        }

        var options = new TestPortalOptions
        {
            Environment = "Development",
            ContentFolder = browser.Content.Folder,
            Clock = clock,
        };
        return await TestPortal.StartAsync(
            options with
            {
                CopyOf = await browser.FilledAsync(options),
                OnARealPort = true,
            }
        );
    }

    /// <summary>Comes to a day, and plans as the clockwork does.</summary>
    public static async Task ComeToAsync(this TestPortal portal, DateOnly day)
    {
        portal.Clock.MoveTo(day);
        await portal.WithAsync(services =>
            services.GetRequiredService<PlanAssignments>().RunAsync(CancellationToken.None)
        );
    }

    /// <summary>Reads, practises and signs everything that a member of the demonstration owes, without a browser.</summary>
    public static Task SignEverythingAsync(this TestPortal portal, DemonstrationMember member) =>
        portal.WithAsync(async services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            var owed = await (
                from person in database.People
                join account in database.Users on person.Id equals account.PersonId
                join assignment in database.Assignments on person.Id equals assignment.PersonId
                where person.Email == member.Email && assignment.SignedAt == null
                select new DemonstrationSigner(assignment.Id, person.Id, account.Id)
            ).ToListAsync();
            Assert.NotEmpty(owed);
            foreach (var one in owed)
            {
                await services
                    .GetRequiredService<DemonstrationSigning>()
                    .FinishAsync(one, CancellationToken.None);
            }
        });

    /// <summary>Signs in. After the clock was moved, too: sessions end when nobody uses them.</summary>
    public static async Task SignInAsync(this Visit visit, DemonstrationMember member)
    {
        await visit.Page.GotoAsync(
            $"/accounts/demonstration?search={Uri.EscapeDataString(member.Name)}"
        );
        await visit.Page.Locator(".sma-person", new() { HasText = member.Name }).First.ClickAsync();
        await visit.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }

    /// <summary>Signs out.</summary>
    public static async Task SignOutAsync(this Visit visit)
    {
        // On a phone the links are behind the menu.
        var menu = visit.Page.Locator(".sma-header__menu summary");
        if (await menu.IsVisibleAsync())
        {
            await menu.ClickAsync();
        }

        await visit.Page.Locator("header button:visible").First.ClickAsync();
        await visit.Page.WaitForURLAsync(url =>
            new Uri(url).AbsolutePath.StartsWith("/accounts", StringComparison.Ordinal)
            || new Uri(url).AbsolutePath == "/"
        );
    }

    /// <summary>Ticks, types the name and signs, and waits for the receipt.</summary>
    public static async Task SignAsync(this Visit visit, DemonstrationMember member)
    {
        await visit.Page.Locator("#declared").CheckAsync();
        await visit.Page.Locator("#name").FillAsync(member.Name.ToLowerInvariant());
        await visit.PressAsync("Sign", exact: true);
        await visit.Page.WaitForURLAsync("**/attestations/*");
    }

    /// <summary>Reads every section and answers every situation that is asked, until the page to sign is reached.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="prefix">Comes before the names of the pictures.</param>
    /// <returns>How many situations were answered.</returns>
    public static async Task<int> DoEverythingAsync(this Visit visit, string prefix = "")
    {
        var page = visit.Page;
        var answers = 0;
        var pictured = new HashSet<string>(StringComparer.Ordinal);
        while (
            !new Uri(page.Url).AbsolutePath.StartsWith(
                "/attestations/sign",
                StringComparison.Ordinal
            )
        )
        {
            Assert.True(answers < MostAnswers, "The practice does not end.");
            var options = page.Locator("main input[name=options]");
            if (await options.CountAsync() > 0)
            {
                await visit.LookOnceAsync(pictured, $"{prefix}situation");
                await options.Nth(answers % await options.CountAsync()).CheckAsync();
                await visit.PressAsync("Answer", exact: true);
                await page.Locator(".sma-answers").WaitForAsync();
                await visit.LookOnceAsync(pictured, $"{prefix}situation-answered");
                answers++;
                continue;
            }

            if (
                await page.Locator(".sma-answers").CountAsync() == 0
                && page.Url.Contains("/quizzes/", StringComparison.Ordinal)
            )
            {
                var isStart = await page.Locator("main form").CountAsync() > 0;
                await visit.LookOnceAsync(
                    pictured,
                    $"{prefix}{(isStart ? "practice-start" : "practice-done")}"
                );
            }

            await page.Locator("main .govuk-button:not(.govuk-button--secondary)")
                .First.ClickAsync();
            // The footer is the last of a page: all above it is there.
            await page.Locator("footer").WaitForAsync();
        }

        return answers;
    }

    private static async Task LookOnceAsync(this Visit visit, HashSet<string> pictured, string name)
    {
        if (pictured.Add(name))
        {
            await visit.LookAsync(name);
        }
    }
}

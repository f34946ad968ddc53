using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People.Demonstration;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.BrowserTests;

/// <summary>HR invites people; one of them opens the mail, chooses a password, forgets it, and chooses another.</summary>
public sealed class InvitationJourneys(Browser browser) : IClassFixture<Browser>
{
    private const string First = "teapot umbrella gravel 9";
    private const string Second = "gravel umbrella teapot 10";

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task Somebody_WhoIsInvited_GetsInByTheMailAndGetsInAgainWhenTheyForget(
        int width,
        bool javaScript
    )
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using (var visit = await browser.VisitAsync(portal, width, javaScript))
        {
            await visit.SignInAsync(DemonstrationCast.HumanResources);
            await visit.GoAsync("/people/invitations", "invitations");
            await visit.Page.Locator("main .sma-actions a.govuk-button").ClickAsync();
            await visit.Page.WaitForURLAsync("**/people/invitations/send**");
            await visit.LookAsync("invitations-send");
            await visit.PressAsync("Send the invitations");
            await visit.Page.WaitForURLAsync("**/people/invitations?**");
            await visit.LookAsync("invitations-sent");
        }

        await using var guest = await browser.VisitAsync(portal, width, javaScript);
        await guest.Page.GotoAsync(await LinkToAsync(portal, DemonstrationCast.NewStarter));
        await guest.LookAsync("choose-password");
        await ChooseAsync(guest, First);
        await guest.SignOutAsync();

        await guest.GoAsync("/accounts/forgotten", "forgotten");
        await guest.Page.Locator("#email").FillAsync(DemonstrationCast.NewStarter.Email);
        await guest.PressAsync("Send me a link");
        await guest.Page.WaitForURLAsync("**/accounts/forgotten");
        await guest.LookAsync("forgotten-asked");
        var link = await LinkToAsync(portal, DemonstrationCast.NewStarter);
        await guest.Page.GotoAsync(link);
        await ChooseAsync(guest, Second);
        await guest.Page.GotoAsync(link);
        await guest.LookAsync("link-gone");
    }

    private static async Task ChooseAsync(Visit visit, string password)
    {
        await visit.Page.Locator("#password").FillAsync(password);
        await visit.Page.Locator("#again").FillAsync(password);
        await visit.PressAsync("Save and sign in");
        await visit.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }

    // What stands in the newest mail to them, as their mail program reads it.
    private static async Task<string> LinkToAsync(TestPortal portal, DemonstrationMember member)
    {
        await portal.WithAsync(services =>
            services.GetRequiredService<DeliverMail>().RunAsync(CancellationToken.None)
        );
        var mail = Directory
            .GetFiles(Path.Combine(portal.DataFolder, "mail"), "*.eml")
            .Select(file => (File: file, Text: File.ReadAllText(file)))
            .Where(mail => mail.Text.Contains($"<{member.Email}>", StringComparison.Ordinal))
            .Select(mail => (mail.File, Text: PlainTextOf(mail.Text)))
            .Where(mail =>
                mail.Text.Contains("/accounts/choose-password", StringComparison.Ordinal)
            )
            .OrderByDescending(mail => File.GetLastWriteTimeUtc(mail.File))
            .First();
        return new Uri(
            Regex.Match(mail.Text, @"https?://\S+/accounts/choose-password\?key=[\w-]+").Value
        ).PathAndQuery;
    }

    private static string PlainTextOf(string mail)
    {
        var part = Regex.Match(
            mail,
            @"Content-Type: text/plain.*?\r\n\r\n(?<base64>.*?)\r\n--",
            RegexOptions.Singleline
        );
        return Encoding.UTF8.GetString(
            Convert.FromBase64String(
                part.Groups["base64"].Value.Replace("\r\n", "", StringComparison.Ordinal)
            )
        );
    }
}

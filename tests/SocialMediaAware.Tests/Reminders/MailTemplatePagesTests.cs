using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Reminders.Templates;
using SocialMediaAware.Web.Mail;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Tests.Reminders;

public sealed partial class MailTemplatePagesTests
{
    [Fact]
    public async Task Templates_WhenFilled_LoadNothingAndLeadIntoThePortalOnly()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.AgencyAsync();
        foreach (var kind in MailTemplateKind.All)
        {
            var (mail, root) = await portal.WithAsync(async services =>
                (
                    await services
                        .GetRequiredService<TemplatePreviews>()
                        .FindAsync(kind.Name, CancellationToken.None),
                    services.GetRequiredService<PortalAddress>().Root
                )
            );
            var whole = MailFrame.Of(mail!);
            var page = new HtmlParser().ParseDocument(whole);

            Assert.Empty(
                page.QuerySelectorAll(
                    "img, picture, video, audio, iframe, object, embed, link, script, form, [src], [srcset], [background], [onclick]"
                )
            );
            Assert.DoesNotMatch(LoadsSomething(), whole);
            Assert.Single(page.QuerySelectorAll("a.sma-mail-button[style]"));
            Assert.All(
                page.QuerySelectorAll("a"),
                link =>
                {
                    var href = link.GetAttribute("href")!;
                    Assert.StartsWith(root + "/", href, StringComparison.Ordinal);
                    // Nothing in it tells who opened it.
                    Assert.DoesNotContain('?', href);
                    Assert.Contains(href, mail!.Text, StringComparison.Ordinal);
                }
            );
            Assert.Equal("en-NZ", page.DocumentElement.GetAttribute("lang"));
            Assert.Equal("mi", page.QuerySelector("p span")!.GetAttribute("lang"));
            Assert.Equal(mail!.Subject, page.Title);
            foreach (var words in new[] { mail.Subject, mail.Text, mail.Html })
            {
                Assert.DoesNotContain("{{", words, StringComparison.Ordinal);
                Assert.DoesNotContain("Sample", WithoutSamples(words), StringComparison.Ordinal);
            }

            Assert.Contains("You get this", mail.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_ForWhoKeepsWords_ShowEveryMailInBothForms()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var owner = await portal.PersonWithRoleAsync(agency, PortalRole.ContentOwner);
        using var browser = await portal.SignedInAsync(owner.AccountId);

        var list = await browser.PageAsync("/reminders/templates");
        var links = list.QuerySelectorAll("main .sma-row a")
            .Select(link => link.GetAttribute("href")!)
            .ToList();
        Assert.Equal(
            MailTemplateKind.All.Select(kind => $"/reminders/templates/{kind.Name}").Order(),
            links.Order()
        );
        foreach (var link in links)
        {
            var main = (await browser.PageAsync(link)).QuerySelector("main")!;
            Assert.Equal(2, main.QuerySelectorAll("article.sma-card").Length);
            Assert.Single(main.QuerySelectorAll("a.sma-mail-button"));
            Assert.Empty(main.QuerySelectorAll("[style]"));
            // A key without words would stand there by its name.
            Assert.DoesNotMatch("(Name|When|To)-[a-z]", main.TextContent);
        }

        using var unknown = await browser.GetAsync("/reminders/templates/nothing");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static string WithoutSamples(string words) =>
        words
            .Replace("Tom Sample", "", StringComparison.Ordinal)
            .Replace("Ana Sample", "", StringComparison.Ordinal);

    [GeneratedRegex(@"url\(|@import|@font-face|\bsrc=|\bdata:", RegexOptions.IgnoreCase)]
    private static partial Regex LoadsSomething();
}

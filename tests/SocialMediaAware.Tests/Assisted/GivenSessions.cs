using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Assisted;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Assisted;

/// <summary>A session as HR opened it, with a person who is ready to sign, and the device that is its screen.</summary>
public sealed record Held(
    TestPortal Portal,
    Agency Agency,
    Programme Programme,
    Signer Signer,
    CastMember Hr,
    HttpClient HrBrowser,
    Guid SessionId
)
{
    public string Address => $"/assisted/{SessionId}";
}

/// <summary>Opens sessions over HTTP, as people do.</summary>
public static class GivenSessions
{
    public const string Screen = "/assisted/screen";

    /// <summary>A session of today, with one person who has read and practised everything.</summary>
    public static async Task<Held> SessionAsync(this TestPortal portal)
    {
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        var signer = await portal.ReadySignerAsync(agency, programme);
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        var browser = await portal.SignedInAsync(hr.AccountId);
        var id = await browser.OpenSessionAsync(portal, programme);
        var held = new Held(portal, agency, programme, signer, hr, browser, id);
        await held.AskAsync(signer.Member);
        return held;
    }

    /// <summary>Opens a session of today.</summary>
    public static async Task<Guid> OpenSessionAsync(
        this HttpClient browser,
        TestPortal portal,
        Programme programme
    )
    {
        using var opened = await browser.SubmitAsync(
            await browser.PageAsync("/assisted/open"),
            "/assisted/open",
            fields:
            [
                ("Title", "Morning tea"),
                ("Place", "The depot"),
                ("Day", portal.Clock.GetUtcNow().NewZealandDate().ForField()),
                ("Programmes", programme.Id.ToString()),
            ]
        );
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        return Guid.Parse(opened.Headers.Location!.ToString().Split('/')[2]);
    }

    /// <summary>Asks somebody to it.</summary>
    public static async Task AskAsync(this Held held, CastMember member)
    {
        var address = $"{held.Address}/people";
        using var asked = await held.HrBrowser.SubmitAsync(
            await held.HrBrowser.PageAsync(address),
            address,
            "main form[method=post]",
            ("Asked", member.PersonId.ToString())
        );
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
    }

    /// <summary>Gives somebody a code, as the sheet shows it.</summary>
    public static async Task<string> CodeAsync(this Held held, CastMember member)
    {
        var address = $"{held.Address}/codes";
        using var sheet = await held.HrBrowser.SubmitAsync(
            await held.HrBrowser.PageAsync(held.Address),
            address,
            $"form[action='{address}']",
            ("Person", member.PersonId.ToString())
        );
        var page = await sheet.PageAsync();
        return page.QuerySelector(".sma-slip__code")!.TextContent;
    }

    /// <summary>Makes a device the shared screen: the browser of HR, signed in afresh.</summary>
    public static async Task<HttpClient> ScreenAsync(this Held held)
    {
        var device = await held.Portal.SignedInAsync(held.Hr.AccountId);
        using var started = await device.SubmitAsync(
            await device.PageAsync(held.Address),
            held.Address,
            "#start-screen"
        );
        Assert.Equal(Screen, started.Headers.Location!.ToString());
        return device;
    }

    /// <summary>Types a code.</summary>
    public static async Task<HttpResponseMessage> TypeAsync(this HttpClient device, string code) =>
        await device.SubmitAsync(await device.PageAsync(Screen), Screen, fields: [("Code", code)]);

    /// <summary>How many sign-ins by code there were.</summary>
    public static Task<int> VisitsAsync(this Held held) =>
        held.Portal.WithDatabaseAsync(database => database.Set<AssistedVisit>().CountAsync());
}

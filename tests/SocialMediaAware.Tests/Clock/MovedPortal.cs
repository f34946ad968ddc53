using System.Globalization;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Clock;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Clock;

/// <summary>A portal in Development that begins on Monday 16 November 2026, with somebody signed in who moves its date.</summary>
internal sealed class MovedPortal : IAsyncDisposable
{
    public const string Address = "/settings/clock";

    private MovedPortal(
        TestPortal portal,
        Agency agency,
        CastMember member,
        HttpClient browser,
        List<DateTimeOffset> days
    ) => (Portal, Agency, Member, Browser, Days) = (portal, agency, member, browser, days);

    public TestPortal Portal { get; }

    public Agency Agency { get; }

    public CastMember Member { get; }

    public HttpClient Browser { get; }

    /// <summary>What the portal's clock said each time that the ticks of a day ran.</summary>
    public List<DateTimeOffset> Days { get; }

    public static async Task<MovedPortal> BeginAsync(string? dataFolder = null)
    {
        var days = new List<DateTimeOffset>();
        var portal = await TestPortal.StartAsync(Options(dataFolder, "2026-11-16", days));
        var agency = await portal.AgencyAsync();
        var member = await portal.PersonAsync(agency);
        var browser = await portal.SignedInAsync(member.AccountId);
        return new MovedPortal(portal, agency, member, browser, days);
    }

    public static TestPortalOptions Options(
        string? dataFolder,
        string? date,
        List<DateTimeOffset>? days = null
    ) =>
        new()
        {
            Environment = "Development",
            DataFolder = dataFolder,
            OnItsOwnClock = true,
            Settings = new Dictionary<string, string>
            {
                ["Portal:Demonstration"] = "false",
                [PortalClock.Setting] = date ?? "",
            },
            Services = services =>
                services.AddSingleton(
                    new DailyTick(
                        (scope, _) =>
                        {
                            days?.Add(scope.GetRequiredService<TimeProvider>().GetUtcNow());
                            return Task.CompletedTask;
                        }
                    )
                ),
        };

    /// <summary>Types a date into the page and sends it.</summary>
    public async Task<HttpResponseMessage> MoveAsync(DateOnly date) =>
        await MoveAsync(
            await PageAsync(),
            date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );

    /// <summary>Sends a date from a page that was opened before.</summary>
    public Task<HttpResponseMessage> MoveAsync(IDocument page, string? date) =>
        Browser.SubmitAsync(page, Address, "main form[novalidate]", ("Date", date));

    public Task<IDocument> PageAsync() => Browser.PageAsync(Address);

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Portal.DisposeAsync();
    }
}

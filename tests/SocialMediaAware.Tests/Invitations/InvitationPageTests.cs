using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Accounts;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Invitations;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Invitations;

public sealed class InvitationPageTests : IAsyncLifetime
{
    private const string List = "/people/invitations";
    private TestPortal portal = null!;
    private Agency agency = null!;
    private CastMember keeper = null!;
    private HttpClient visitor = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync();
        keeper = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        await portal.PasswordAsync(keeper);
        visitor = await portal.SignedInAsync(keeper.AccountId);
    }

    public async Task DisposeAsync()
    {
        visitor.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task List_WhenEverybodyHasAPassword_SaysSoAndOffersNothing()
    {
        var page = await visitor.PageAsync(List);
        Assert.Contains("Everybody has been invited", page.Body!.TextContent);
        Assert.Empty(page.QuerySelectorAll("table"));
        var send = await visitor.PageAsync($"{List}/send");
        Assert.Empty(send.QuerySelectorAll("main form"));
        Assert.Contains("nobody left to invite", send.Body!.TextContent);
    }

    [Fact]
    public async Task List_WhenPeopleHaveNoWayIn_ShowsEachOnceByHowFarTheyAre()
    {
        var ada = await portal.PersonAsync(agency, "Āta Moana");
        var without = await portal.PersonAsync(agency, "Wiremu Field");
        await portal.PersonAsync(without, email: null);
        var ran = await portal.PersonAsync(agency, "Rangi Late");
        await portal.InviteAsync(agency, ran);
        portal.Clock.Move(TimeSpan.FromDays(8));
        visitor.Dispose();
        visitor = await portal.SignedInAsync(keeper.AccountId);
        var waiting = await portal.PersonAsync(agency, "Mere Waits");
        await portal.InviteAsync(agency, waiting);
        await portal.PersonAsync(await portal.AgencyAsync("stats-nz"), "Elsewhere Person");

        Assert.Equal([ada.Name], await NamesAsync("NotInvited"));
        Assert.Equal([ada.Name], await NamesAsync("NotInvited&q=ata"));
        Assert.Empty(await NamesAsync("NotInvited&q=zzz"));
        Assert.Equal([waiting.Name], await NamesAsync("Waiting"));
        Assert.Equal([ran.Name], await NamesAsync("RanOut"));
        Assert.Equal([without.Name], await NamesAsync("NoAddress"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync($"{List}?agency={Guid.NewGuid()}")).StatusCode
        );
    }

    [Fact]
    public async Task Send_WhenTheNumberIsAsShown_InvitesThemAllAndTellsWhatCameOfIt()
    {
        var one = await portal.PersonAsync(agency, "Ana One");
        var two = await portal.PersonAsync(agency, "Bea Two");
        var page = await visitor.PageAsync($"{List}/send");
        var late = await portal.PersonAsync(agency, "Cleo Late");
        using var refused = await visitor.SubmitAsync(page, $"{List}/send");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("changed meanwhile", (await refused.PageAsync()).Body!.TextContent);

        using var answer = await visitor.SubmitAsync(
            await visitor.PageAsync($"{List}/send"),
            $"{List}/send"
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await visitor.PageAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains("3 invitations are on their way.", after.Body!.TextContent);
        foreach (var member in new[] { one, two, late })
        {
            Assert.Single(await portal.LettersAsync(member, OneTimeLink.Invitation));
        }

        Assert.Empty(await NamesAsync("NotInvited"));
    }

    [Fact]
    public async Task Invite_WhenSomebodyHasNoAccountYet_MakesOneUnlessTheirAddressIsSomebodyElses()
    {
        var one = await portal.PersonAsync(agency, "Ana One");
        var two = await portal.PersonAsync(agency, "Bea Two");
        await portal.WithDatabaseAsync(async database =>
        {
            database.RemoveRange(
                database.Users.Where(account =>
                    account.Id == one.AccountId || account.Id == two.AccountId
                )
            );
            await database.SaveChangesAsync();
            return 0;
        });
        await portal.PersonAsync(two, keeper.Email);
        Assert.Equal(
            new InvitedCounts(1, 0, 1, 1),
            await portal.InviteAsync(agency, one, two, keeper)
        );
        using var guest = portal.Visitor();
        using var answer = await guest.ChooseAsync(
            await portal.NewestLinkAsync(one),
            AccountsGiven.GoodPassword
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Invite_FromAPersonsPage_SendsThemWhatTheyNeed()
    {
        var member = await portal.PersonAsync(agency, "Ana One");
        var address = $"/people/person/{member.PersonId}/invite";
        Assert.Contains(
            address,
            (await visitor.PageAsync($"/people/person/{member.PersonId}"))
                .QuerySelectorAll("a")
                .Select(link => link.GetAttribute("href"))
        );
        using var invited = await visitor.SubmitAsync(await visitor.PageAsync(address), address);
        Assert.Single(await portal.LettersAsync(member, OneTimeLink.Invitation));

        await portal.PasswordAsync(member);
        using var reset = await visitor.SubmitAsync(await visitor.PageAsync(address), address);
        Assert.Equal(HttpStatusCode.Redirect, reset.StatusCode);
        Assert.Single(await portal.LettersAsync(member, OneTimeLink.PasswordReset));

        await portal.PersonAsync(member, email: null);
        var page = await visitor.PageAsync(address);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Contains("No mail reaches them", page.Body!.TextContent);
    }

    private async Task<List<string>> NamesAsync(string state) =>
        [
            .. (await visitor.PageAsync($"{List}?state={state}"))
                .QuerySelectorAll("tbody th a")
                .Select(link => link.TextContent),
        ];
}

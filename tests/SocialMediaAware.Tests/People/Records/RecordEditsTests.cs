using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.People.Records;

/// <summary>What HR's edits do to the facts: the real cases.</summary>
public sealed class RecordEditsTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private Unit customer = null!;
    private Unit construction = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync("kainga-ora");
        customer = await portal.UnitAsync(agency, "Customer");
        construction = await portal.UnitAsync(agency, "Construction");
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        browser = await portal.SignedInAsync(hr.AccountId);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Person_WhoKeepsTheirPositionAndTakesAnother_HasTwoAtOnce()
    {
        var aroha = await portal.PersonAsync(agency, unit: customer);
        await MoveAsync(aroha, construction, portal.Today(), ("Becomes", "Stays"));

        var positions = await portal.PositionsAsync(aroha.PersonId);
        Assert.Equal([customer.Id, construction.Id], positions.Select(one => one.UnitId));
        Assert.All(positions, one => Assert.True(one.HoldsOn(portal.Today())));
    }

    [Fact]
    public async Task Person_WhoIsLentForATime_ComesBackByThemselves()
    {
        var aroha = await portal.PersonAsync(agency, unit: customer);
        var last = portal.Today().AddDays(30);
        await MoveAsync(
            aroha,
            construction,
            portal.Today(),
            ("Becomes", "Lends"),
            ("LastDay", last.ForField())
        );

        var lent = Assert.Single(
            await portal.PositionsAsync(aroha.PersonId),
            one => one.IsSecondment
        );
        Assert.Equal(last.AddDays(1), lent.HoldsUntil);
        var left = (await portal.PositionsAsync(aroha.PersonId))
            .Where(one => one.HoldsOn(last.AddDays(1)))
            .ToList();
        Assert.Equal(customer.Id, Assert.Single(left).UnitId);
    }

    [Fact]
    public async Task Person_MovedTwiceInADay_IsWhereTheyWereMovedLastAndTheRecordKnowsAllThree()
    {
        var aroha = await portal.PersonAsync(agency, unit: customer);
        await MoveAsync(aroha, construction, portal.Today());
        portal.Clock.Move(TimeSpan.FromMinutes(5));
        await MoveAsync(aroha, await portal.UnitAsync(agency, "Finance"), portal.Today());

        var positions = await portal.PositionsAsync(aroha.PersonId);
        Assert.Equal(2, positions.Count);
        Assert.Equal(customer.Id, positions[0].UnitId);
        Assert.Equal(portal.Today(), positions[0].HoldsUntil);
        Assert.Equal(portal.Today(), positions[1].HoldsFrom);
        var ever = await portal.EverHeldAsync(aroha.PersonId);
        Assert.Contains(ever, one => one.UnitId == construction.Id && one.UnlearntAt is not null);
        Assert.All(
            ever.Where(one => one.UnlearntAt is not null),
            one => Assert.NotNull(one.UnlearntInId)
        );
    }

    [Fact]
    public async Task Position_WhenItsDaysWereWrong_IsLearntAnewAndTheOldStaysKnown()
    {
        var aroha = await portal.PersonAsync(agency, unit: customer);
        var right = portal.Today().AddDays(-40);
        using var answer = await browser.FillAsync(
            await portal.PositionAddressAsync(aroha, "correct"),
            ("From", right.ForField()),
            ("Reason", "The letter says so")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(right, Assert.Single(await portal.PositionsAsync(aroha.PersonId)).HoldsFrom);
        Assert.Equal(2, (await portal.EverHeldAsync(aroha.PersonId)).Count);
    }

    [Fact]
    public async Task Position_WhenItEndsAndAnotherStays_EndsAlone()
    {
        var aroha = await portal.PersonAsync(agency, unit: customer);
        await MoveAsync(aroha, construction, portal.Today(), ("Becomes", "Stays"));
        using var answer = await browser.FillAsync(
            await portal.PositionAddressAsync(aroha, "end"),
            ("LastDay", portal.Today().AddDays(5).ForField()),
            ("Reason", "The second position was for a time")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var positions = await portal.PositionsAsync(aroha.PersonId);
        Assert.Null(positions[0].HoldsUntil);
        Assert.Equal(portal.Today().AddDays(6), positions[1].HoldsUntil);
    }

    [Fact]
    public async Task Form_SentASecondTime_IsNotFoundAndChangesNothingMore()
    {
        var aroha = await portal.PersonAsync(agency, unit: customer);
        var address = await portal.PositionAddressAsync(aroha, "move");
        var page = await browser.PageAsync(address);
        (string, string?)[] fields =
        [
            ("Unit", construction.Id.ToString()),
            ("Position", "Adviser"),
            ("From", portal.Today().ForField()),
            ("Reason", "She moves"),
        ];
        using var first = await browser.SubmitAsync(page, address, "main form", fields);
        using var second = await browser.SubmitAsync(page, address, "main form", fields);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.Equal(2, (await portal.PositionsAsync(aroha.PersonId)).Count);
    }

    [Fact]
    public async Task Name_WhenItChanges_IsOnTheReceiptAndTheSealedOneStays()
    {
        var programme = await portal.OnboardingAsync(agency);
        var signer = await portal.ReadySignerAsync(agency, programme, "Aroha Pātea");
        var id = (await portal.SignAsync(signer)).AttestationId!.Value;
        using var answer = await browser.FillAsync(
            $"/people/person/{signer.Member.PersonId}/name",
            ("Preferred", "Aroha Winiata"),
            ("Official", "Aroha Jane Winiata"),
            ("From", portal.Today().ForField()),
            ("Reason", "She married")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var receipt = await portal.WithAsync(services =>
            services.GetRequiredService<Receipts>().ReadAsync(id, default)
        );
        Assert.Equal("Aroha Winiata", receipt!.Receipt.Attestation.PersonName);
        Assert.Equal("Aroha Pātea", receipt.Receipt.Attestation.TypedName);
        Assert.Equal(
            "Aroha Pātea",
            await portal.WithDatabaseAsync(database =>
                database
                    .Attestations.Where(one => one.Id == id)
                    .Select(one => one.PersonNameThen)
                    .SingleAsync()
            )
        );
        Assert.Contains("Aroha Winiata", (await browser.PageAsync("/people")).Text());
        Assert.DoesNotContain("Pātea", (await browser.PageAsync("/people")).Text());
        Assert.Contains("Aroha Winiata", (await browser.PageAsync("/people?q=patea")).Text());
    }

    private async Task MoveAsync(
        CastMember member,
        Unit unit,
        DateOnly from,
        params (string Name, string? Value)[] more
    )
    {
        using var answer = await browser.FillAsync(
            await portal.PositionAddressAsync(member, "move"),
            [
                ("Unit", unit.Id.ToString()),
                ("From", from.ForField()),
                ("Reason", "They move"),
                .. more,
            ]
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}

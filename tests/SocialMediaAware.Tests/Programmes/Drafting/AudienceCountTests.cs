using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Programmes.Drafting;

namespace SocialMediaAware.Tests.Programmes.Drafting;

/// <summary>How many people an audience has today.</summary>
public sealed class AudienceCountTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task People_WhenTheyAreInSeveralPlacesAndGroups_AreCountedOnce(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        var above = await portal.UnitAsync(agency, "Corporate Services");
        var below = await portal.UnitAsync(agency, "Finance", above);
        var elsewhere = await portal.UnitAsync(agency, "Housing");
        var spokesperson = await portal.PersonAsync(agency, unit: below);
        await portal.TaskAsync(agency, spokesperson, "spokespeople");
        await portal.SecondPlaceAsync(spokesperson, elsewhere, PersonKind.Volunteer);
        await portal.PersonAsync(agency, unit: above, kind: PersonKind.Contractor);
        await portal.PersonAsync(agency, unit: elsewhere);
        await portal.PersonAsync(
            agency,
            unit: above,
            from: portal.Clock.GetUtcNow().NewZealandDate().AddDays(1)
        );
        var other = await portal.AgencyAsync("stats-nz");
        await portal.PersonAsync(other);

        Task<AudienceTally> CountAsync(params AudienceGroup[] groups) =>
            portal.WithAsync(services =>
                services
                    .GetRequiredService<AudienceCount>()
                    .CountAsync(agency.Id, new() { Groups = groups }, null, default)
            );

        Assert.Equal(3, (await CountAsync()).People);
        var withBelow = new AudienceGroup { Units = [new(above.Id, true)] };
        Assert.Equal(2, (await CountAsync(withBelow)).People);
        Assert.Equal(
            1,
            (await CountAsync(new AudienceGroup { Units = [new(above.Id, false)] })).People
        );
        var speaking = new AudienceGroup { Flags = ["spokespeople"] };
        var both = await CountAsync(withBelow, speaking, new() { Flags = ["candidates"] });
        Assert.Equal(2, both.People);
        Assert.Equal([2, 1, 0], both.Groups);
        Assert.Equal(
            1,
            (await CountAsync(new AudienceGroup { Kinds = [PersonKind.Volunteer] })).People
        );
        Assert.Equal(
            1,
            (await CountAsync(withBelow with { WithoutFlags = ["spokespeople"] })).People
        );
    }

    [Fact]
    public async Task People_WhenTheirKindHasNoWords_AreNotAskedAndAreStillTold()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var reached = await portal.PersonAsync(agency);
        await portal.PersonAsync(agency, kind: PersonKind.Volunteer);
        await portal.WithoutAddressAsync(reached);

        var tally = await portal.WithAsync(services =>
            services
                .GetRequiredService<AudienceCount>()
                .CountAsync(agency.Id, ProgrammeAudience.Everybody, [PersonKind.Employee], default)
        );

        Assert.Equal(1, tally.People);
        Assert.Equal(1, tally.WithoutAddress);
        Assert.Equal(1, tally.Kinds[PersonKind.Volunteer]);
    }
}

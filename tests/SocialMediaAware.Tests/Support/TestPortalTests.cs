using System.Net;

namespace SocialMediaAware.Tests.Support;

public sealed class TestPortalTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Portal_WhenStartedOnEitherDatabase_IsReadyAndKeepsPeople(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Provider = provider }
        );
        var agency = await portal.AgencyAsync();
        var person = await portal.PersonAsync(agency);
        await portal.AssignmentAsync(person, await portal.OnboardingAsync(agency));

        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/nowhere")).StatusCode);
    }
}

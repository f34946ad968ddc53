using System.Net;
using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.Tests.Errors;

/// <summary>What does not work is said calmly, with the right status, and every answer carries the headers.</summary>
public sealed class ErrorPageTests
{
    [Theory]
    [InlineData(400, "That did not arrive as we expected")]
    [InlineData(403, "This page is not for you")]
    [InlineData(404, "We cannot find that page")]
    [InlineData(409, "Somebody was quicker")]
    [InlineData(500, "Something went wrong on our side")]
    [InlineData(418, "We cannot find that page")]
    public async Task Errors_WhenTheirPageIsAsked_SayWhatToDoWithTheirStatus(
        int code,
        string heading
    )
    {
        await using var portal = await TestPortal.StartAsync();
        using var visitor = portal.Visitor();

        using var answer = await visitor.GetAsync($"/errors/{code}");

        Assert.Equal(
            code == 418 ? HttpStatusCode.NotFound : (HttpStatusCode)code,
            answer.StatusCode
        );
        var page = await answer.PageAsync();
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a.govuk-button"));
    }

    [Fact]
    public async Task Answers_WhenTheyAreSent_CarryTheSecurityHeaders()
    {
        await using var portal = await TestPortal.StartAsync();
        using var visitor = portal.Visitor();
        foreach (
            var address in new[]
            {
                "/accounts/sign-in",
                "/nowhere",
                "/health/live",
                "/css/portal.css",
            }
        )
        {
            using var answer = await visitor.GetAsync(address);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith(
                "default-src 'none'; script-src 'self'; style-src 'self';",
                policy,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal(
                "nosniff",
                Assert.Single(answer.Headers.GetValues("X-Content-Type-Options"))
            );
        }
    }

    [Fact]
    public async Task Form_WhenItComesWithoutItsToken_IsRefusedWithASentence()
    {
        await using var portal = await TestPortal.StartAsync();
        using var visitor = portal.Visitor();

        using var answer = await visitor.PostAsync(
            "/accounts/sign-in",
            new FormUrlEncodedContent([KeyValuePair.Create("Email", "a@agency.example")])
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "load the page again",
            (await answer.PageAsync()).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }
}

using System.Net;
using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.Tests.Structure;

/// <summary>Who may do what is written in one table, and the running portal does what it says.</summary>
public sealed class AuthorizationMatrixTests
{
    [Fact]
    public async Task Endpoints_WhenThePortalIsWalked_EachHaveTheirRowsAndNoRowIsLeftOver()
    {
        await using var portal = await TestPortal.StartAsync();
        var endpoints = await AuthorizationMatrix.EndpointsAsync(portal);
        Assert.True(endpoints.Count > 10, "The endpoints were not found.");
        var needed = endpoints
            .SelectMany(endpoint =>
                AuthorizationMatrix
                    .CellsFor(endpoint)
                    .Select(cell =>
                        $"{endpoint.Endpoint},{endpoint.Method},{cell.Role},{cell.Scope}"
                    )
            )
            .ToList();
        var written = AuthorizationMatrix
            .Read()
            .Select(cell => $"{cell.Endpoint},{cell.Method},{cell.Role},{cell.Scope}")
            .ToList();
        Assert.Empty(
            written.GroupBy(row => row).Where(row => row.Count() > 1).Select(row => row.Key)
        );
        Assert.Empty(needed.Except(written).Select(row => $"no row for {row}"));
        Assert.Empty(written.Except(needed).Select(row => $"no endpoint for {row}"));
    }

    [Fact]
    public async Task Requests_WhenMadeAsEachRole_EndAsTheTableSays()
    {
        await using var portal = await TestPortal.StartAsync();
        var targets = await MatrixTargets.SetUpAsync(portal);
        var differences = new List<string>();
        foreach (
            var cell in AuthorizationMatrix
                .Read()
                .Where(cell => cell.Expected != AuthorizationMatrix.NotApplicable)
        )
        {
            var outcome = await AskAsync(targets, cell);
            if (outcome != cell.Expected)
            {
                differences.Add($"{cell} but was {outcome}");
            }
        }

        Assert.Empty(differences);
    }

    private static async Task<string> AskAsync(MatrixTargets targets, MatrixCell cell)
    {
        using var browser = await targets.BrowserAsync(cell.Role);
        if (cell.Endpoint == "(static files)")
        {
            using var style = await browser.GetAsync("/css/portal.css");
            return OutcomeOf(style);
        }

        var address = await targets.AddressAsync(cell);
        using var answer =
            cell.Method == "GET"
                ? await browser.GetAsync(address)
                // The sign-in page is open to all: its token is the one that this browser's forms carry.
                : await browser.SubmitAsync(
                    await browser.PageAsync("/accounts/sign-in"),
                    address,
                    "main form"
                );
        return OutcomeOf(answer);
    }

    // A form that was let in but not filled in is let in.
    private static string OutcomeOf(HttpResponseMessage answer) =>
        answer.StatusCode switch
        {
            HttpStatusCode.Redirect
                when answer.Headers.Location!.OriginalString.Contains(
                    "/accounts/sign-in?from=",
                    StringComparison.Ordinal
                ) => "redirect-to-sign-in",
            HttpStatusCode.Forbidden => "forbidden",
            HttpStatusCode.NotFound => "not-found",
            HttpStatusCode.UnprocessableEntity => "ok",
            < HttpStatusCode.BadRequest => "ok",
            var other => $"{(int)other}",
        };
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.Tests.Structure;

/// <summary>One cell of the authorization matrix.</summary>
public sealed record MatrixCell(
    string Endpoint,
    string Method,
    string Role,
    string Scope,
    string Expected
);

/// <summary>Something that the running portal answers to.</summary>
public sealed record MatrixEndpoint(string Endpoint, string Method);

/// <summary>
/// Reads <c>authorization-matrix.csv</c>: endpoint, method, roles, scopes, expected. Several roles or scopes are set apart by <c>|</c>;
/// <c>*</c> stands for every signed-in role, or for every scope; the scope <c>-</c> for an endpoint that names nobody's thing.
/// A handler with a name is the method <c>POST:Name</c>. Lines that begin with <c>#</c> are remarks.
/// </summary>
public static class AuthorizationMatrix
{
    public const string Anonymous = "anonymous";
    public const string NoScope = "-";

    /// <summary>Not asked: the combination cannot be.</summary>
    public const string NotApplicable = "n/a";

    public static readonly string[] Roles =
    [
        "staff",
        "leader",
        "HR",
        "content owner",
        "integrity adviser",
        "auditor",
        "administrator",
    ];

    public static readonly string[] Scopes = ["own", "own team", "other unit", "other agency"];

    public static IReadOnlyList<MatrixCell> Read() =>
        [
            .. File.ReadAllLines(
                    Repository.Folder(
                        "tests",
                        "SocialMediaAware.Tests",
                        "Structure",
                        "authorization-matrix.csv"
                    )
                )
                .Skip(1)
                .Where(line => line.Length > 0 && line[0] != '#')
                .SelectMany(CellsOf),
        ];

    /// <summary>Every endpoint of the running portal and each method it answers to; static files as one.</summary>
    public static async Task<IReadOnlyList<MatrixEndpoint>> EndpointsAsync(TestPortal portal)
    {
        var loader = portal.Services.GetRequiredService<PageLoader>();
        var found = new List<MatrixEndpoint>();
        foreach (
            var endpoint in portal
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
        )
        {
            var pattern = $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            {
                found.Add(new MatrixEndpoint("(static files)", "GET"));
            }
            else if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                found.AddRange(
                    compiled.HandlerMethods.Select(handler => new MatrixEndpoint(
                        pattern,
                        MethodOf(handler)
                    ))
                );
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
                found.AddRange(
                    (methods is { Count: > 0 } ? methods : ["GET"])
                        .Where(method => method != HttpMethods.Head)
                        .Select(method => new MatrixEndpoint(pattern, method))
                );
            }
        }

        return [.. found.Distinct().OrderBy(entry => entry.Endpoint, StringComparer.Ordinal)];
    }

    /// <summary>The cells that an endpoint must have.</summary>
    public static IEnumerable<(string Role, string Scope)> CellsFor(MatrixEndpoint endpoint)
    {
        var scopes = MatrixTargets.AreIn(endpoint.Endpoint) ? Scopes : [NoScope];
        yield return (Anonymous, NoScope);
        foreach (var role in Roles)
        {
            foreach (var scope in scopes)
            {
                yield return (role, scope);
            }
        }
    }

    private static string MethodOf(HandlerMethodDescriptor handler) =>
        handler.HttpMethod.ToUpperInvariant() + (handler.Name is null ? "" : $":{handler.Name}");

    private static IEnumerable<MatrixCell> CellsOf(string line)
    {
        var parts = line.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != 5)
        {
            throw new FormatException($"A line of the matrix needs five parts: {line}");
        }

        return from role in parts[2] == "*" ? Roles : parts[2].Split('|')
            from scope in parts[3] == "*" ? Scopes : parts[3].Split('|')
            select new MatrixCell(parts[0], parts[1], role, scope, parts[4]);
    }
}

using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Deployment;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Tests.Attestations;

/// <summary>Kills the real portal while people sign, again and again: what was answered with a receipt is in the record.</summary>
public sealed class KilledWhileSigningTests : IDisposable
{
    private const int PeopleInARound = 4;

    private readonly string folder = Directory.CreateTempSubdirectory("sma-killed-").FullName;

    private static int Rounds => Environment.GetEnvironmentVariable("SMA_FULL") == "1" ? 1000 : 6;

    [Fact]
    public async Task Portal_WhenKilledWhilePeopleSign_LosesNothingThatItAnswered()
    {
        var people = await SeedAsync();
        var acknowledged = new List<string>();
        var chance = new Random(2026);
        foreach (var round in people.Chunk(PeopleInARound))
        {
            acknowledged.AddRange(await RoundAsync(round, chance));
            var recorded = await RecordedAsync();
            Assert.All(acknowledged, address => Assert.Contains(address, recorded));
            Assert.Equal(0, await VerifyAsync());
        }

        // Kills that all came too early or too late would prove nothing.
        Assert.InRange(acknowledged.Count, 1, people.Count - 1);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<List<(Signer Signer, Cookie Session)>> SeedAsync()
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                DataFolder = folder,
                Clock = new TestClock(TimeProvider.System.GetUtcNow()),
            }
        );
        var people = new List<(Signer, Cookie)>();
        foreach (var signer in await portal.ReadySignersAsync(Rounds * PeopleInARound))
        {
            people.Add((signer, await portal.SessionCookieAsync(signer.Member.AccountId)));
        }

        return people;
    }

    private async Task<List<string>> RoundAsync(
        (Signer Signer, Cookie Session)[] people,
        Random chance
    )
    {
        using var portal = StartPortal();
        try
        {
            var address = await AddressAsync(portal);
            var ready = await Task.WhenAll(
                people.Select(person => OpenAsync(address, person.Signer, person.Session))
            );
            var signatures = ready.Select(send => Task.Run(send)).ToList();
            // After none, some or nearly all were answered, however quick the machine is, and at any moment of what follows.
            await AnsweredAsync(signatures, chance.Next(0, people.Length));
            await Task.Delay(chance.Next(0, 40));
            portal.Kill();
            await portal.WaitForExitAsync();
            var answers = await Task.WhenAll(signatures);
            return [.. answers.OfType<string>()];
        }
        finally
        {
            if (!portal.HasExited)
            {
                portal.Kill();
            }
        }
    }

    private static async Task AnsweredAsync(IReadOnlyList<Task> signatures, int count)
    {
        while (signatures.Count(signature => signature.IsCompleted) < count)
        {
            await Task.WhenAny(signatures.Where(signature => !signature.IsCompleted));
        }
    }

    // Everything up to pressing the button, and the button as a function that gives the receipt's address or null.
    private static async Task<Func<Task<string?>>> OpenAsync(
        Uri address,
        Signer signer,
        Cookie session
    )
    {
        var cookies = new CookieContainer();
        cookies.Add(address, new Cookie(session.Name, session.Value));
        var client = new HttpClient(
            new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }
        )
        {
            BaseAddress = address,
        };
        var path = $"/attestations/sign/{signer.Assignment.Id}";
        var page = await client.PageAsync(path);
        return async () =>
        {
            using (client)
            {
                try
                {
                    using var answer = await client.SubmitAsync(
                        page,
                        path,
                        fields: [("Declared", "true"), ("Name", signer.Member.Name)]
                    );
                    // Anything but the way to a receipt would be a failure of its own, not of the kill.
                    Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
                    return answer.Headers.Location?.ToString();
                }
                catch (HttpRequestException)
                {
                    return null;
                }
            }
        };
    }

    private Process StartPortal()
    {
        var start = new ProcessStartInfo(
            Commands.DotNet,
            [PortalFile, "--urls", "http://127.0.0.1:0"]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(PortalFile)!,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Portal__DataFolder"] = folder;
        start.Environment["Portal__ContentFolder"] = Repository.Folder("content");
        return Process.Start(start)!;
    }

    private static string PortalFile =>
        AppContext
            .BaseDirectory.Replace(
                Path.Combine("tests", "SocialMediaAware.Tests"),
                Path.Combine("src", "SocialMediaAware.Web"),
                StringComparison.Ordinal
            )
            .TrimEnd(Path.DirectorySeparatorChar) + "/SocialMediaAware.Web.dll";

    private static async Task<Uri> AddressAsync(Process portal)
    {
        while (await portal.StandardOutput.ReadLineAsync() is { } line)
        {
            // The one-time link of the first administrator names an address too.
            var start = line.Contains("Now listening on", StringComparison.Ordinal)
                ? line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal)
                : -1;
            if (start >= 0)
            {
                // The rest must be read on, or the portal would wait for room to write.
                _ = portal.StandardOutput.ReadToEndAsync();
                return new Uri(line[start..].Split('"')[0]);
            }
        }

        throw new InvalidOperationException("The portal ended before it listened.");
    }

    private async Task<HashSet<string>> RecordedAsync()
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "portal.db")};Mode=ReadOnly;Pooling=false"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT lower(id) FROM attestations";
        var recorded = new HashSet<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            recorded.Add($"/attestations/{reader.GetString(0)}");
        }

        return recorded;
    }

    private async Task<int> VerifyAsync()
    {
        await using var host = PortalCommandHost.BuildForReading($"--Portal:DataFolder={folder}");
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
        var verdict = await scope
            .ServiceProvider.GetRequiredService<LedgerVerification>()
            .VerifyAsync(CancellationToken.None);
        return verdict.IsVerified ? 0 : 1;
    }
}

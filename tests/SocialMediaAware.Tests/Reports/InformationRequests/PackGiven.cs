using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Reports.InformationRequests;

/// <summary>People in a round, and packs as HR makes them over HTTP.</summary>
internal static class PackGiven
{
    public const string List = "/reports/information-requests";

    /// <summary>The fields of a form that asks for everything about November 2026.</summary>
    public static (string Name, string? Value)[] Everything { get; } =
    [
        ("Reference", "OIA-2026-014"),
        ("Asked", "How are staff trained about social media?"),
        ("From", "2026-11-01"),
        ("Until", "2026-11-30"),
        ("Questions", "Training"),
        ("Questions", "Completion"),
        ("Questions", "CompletionInDetail"),
        ("Questions", "Rules"),
        ("Questions", "Reminders"),
    ];

    /// <summary>Some people of a unit in the year's round, which is due on 20 November 2026; the first of them have signed.</summary>
    public static Task RoundAsync(
        this TestPortal portal,
        Programme programme,
        Unit unit,
        int people,
        int signed,
        PersonKind kind = PersonKind.Employee
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var since = new DateOnly(2026, 1, 1);
            for (var number = 0; number < people; number++)
            {
                var person = Person.Appear($"{Guid.NewGuid():N}@agency.example", now);
                var assignment = Assignment.Make(
                    programme.AgencyId,
                    person.Id,
                    kind,
                    programme.Id,
                    "yearly/2026",
                    new DateOnly(2026, 11, 2),
                    new DateOnly(2026, 11, 20),
                    [("be-social-media-aware", 1)],
                    now
                );
                if (number < signed)
                {
                    assignment.Sign(now);
                }

                database.AddRange(
                    person,
                    PersonName.Learn(person.Id, $"Nobody Knows {number}", since, now),
                    Placement.Learn(
                        person.Id,
                        unit,
                        kind,
                        "Adviser",
                        null,
                        null,
                        null,
                        since,
                        null,
                        now
                    ),
                    assignment
                );
            }

            await database.SaveChangesAsync();
        });

    /// <summary>Draws up a pack, and gives its address.</summary>
    public static async Task<string> DrawUpAsync(
        this HttpClient client,
        params (string Name, string? Value)[] fields
    )
    {
        var address = $"{List}/new";
        using var answer = await client.SubmitAsync(
            await client.PageAsync(address),
            address,
            "main form",
            fields.Length == 0 ? Everything : fields
        );
        var figures = answer.Headers.Location?.OriginalString;
        Assert.EndsWith("/figures", figures, StringComparison.Ordinal);
        return figures![..^"/figures".Length];
    }

    /// <summary>Withholds all that is offered.</summary>
    public static async Task AcceptAllAsync(this HttpClient client, string pack)
    {
        using var answer = await client.SubmitAsync(
            await client.PageAsync($"{pack}/figures"),
            $"{pack}/figures",
            "main form[method=post]"
        );
        Assert.Equal($"{pack}/figures", answer.Headers.Location?.OriginalString);
    }

    /// <summary>Withholds all that is offered, where something is.</summary>
    public static async Task AcceptAllIfAnyAsync(this HttpClient client, string pack)
    {
        var page = await client.PageAsync($"{pack}/figures");
        if (page.QuerySelector("main form[method=post]") is not null)
        {
            await client.AcceptAllAsync(pack);
        }
    }

    /// <summary>Releases a pack of which everything is decided.</summary>
    public static async Task<HttpResponseMessage> ReleaseAsync(
        this HttpClient client,
        string pack,
        string? reason = null
    ) =>
        await client.SubmitAsync(
            await client.PageAsync($"{pack}/release"),
            $"{pack}/release",
            "main form[method=post]",
            ("Reason", reason)
        );

    /// <summary>The files of a released pack, whose hashes and sizes are those of its manifest.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(
        this HttpClient client,
        string pack
    )
    {
        var files = await ReadAsync(await client.GetByteArrayAsync($"{pack}/download"));
        using var manifest = JsonDocument.Parse(files["manifest.json"]);
        var named = manifest.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(
            files.Keys.Where(path => path != "manifest.json").Order(StringComparer.Ordinal),
            named
                .Select(file => file.GetProperty("path").GetString()!)
                .Order(StringComparer.Ordinal)
        );
        foreach (var file in named)
        {
            var bytes = files[file.GetProperty("path").GetString()!];
            Assert.Equal(bytes.Length, file.GetProperty("size").GetInt32());
            Assert.Equal(
                Convert.ToHexStringLower(SHA256.HashData(bytes)),
                file.GetProperty("sha256").GetString()
            );
        }

        return files;
    }

    private static async Task<Dictionary<string, byte[]>> ReadAsync(byte[] zip)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            await using var stream = await entry.OpenAsync();
            await stream.CopyToAsync(content);
            files.Add(entry.FullName, content.ToArray());
        }

        return files;
    }
}

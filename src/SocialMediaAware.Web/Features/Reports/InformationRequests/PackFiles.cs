using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Markdig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>Writes the files of a pack: the covering page twice, a table each, the texts of the rules, the checkpoint and the manifest.</summary>
public sealed class PackFiles(
    PortalDbContext database,
    CoveringPage page,
    PackCsv csv,
    IStringLocalizer<InformationRequestsTexts> texts
)
{
    /// <summary>The name of the file that names all others.</summary>
    public const string Manifest = "manifest.json";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .Build();

    private static readonly JsonSerializerOptions ManifestForm = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Writes them; the manifest is the last.</summary>
    /// <param name="pack">The pack, all of it decided.</param>
    /// <param name="releasedAt">When it is released (UTC).</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<PackFile>> WriteAsync(
        InformationPack pack,
        DateTimeOffset releasedAt,
        CancellationToken cancellationToken
    )
    {
        var files = new List<PackFile>();
        foreach (var table in pack.Tables)
        {
            files.Add(
                new($"{table.Name}.csv", await csv.WriteAsync(pack, table, cancellationToken))
            );
        }

        files.AddRange(await TextsAsync(pack, cancellationToken));
        var checkpoint = await database
            .LedgerHeads.Select(head => head.Checkpoint)
            .SingleAsync(cancellationToken);
        files.Add(new("checkpoint.txt", Encoding.UTF8.GetBytes(checkpoint)));
        var words = page.Write(pack, AboutEach(pack, files), releasedAt);
        files.InsertRange(
            0,
            [
                new("README.html", Encoding.UTF8.GetBytes(HtmlOf(words))),
                new("README.md", Encoding.UTF8.GetBytes(words)),
            ]
        );
        files.Add(ManifestOf(pack, files, checkpoint, releasedAt));
        return files;
    }

    private List<(string, string)> AboutEach(InformationPack pack, List<PackFile> files)
    {
        var titles = pack.Tables.ToDictionary(table => $"{table.Name}.csv", table => table.Title);
        return
        [
            .. files.Select(file =>
                (
                    file.Path,
                    titles.GetValueOrDefault(file.Path)
                        ?? texts[
                            file.Path == "checkpoint.txt" ? "AboutCheckpoint" : "AboutText"
                        ].Value
                )
            ),
            (Manifest, texts["AboutManifest"]),
        ];
    }

    // Byte for byte as they were published.
    private async Task<IEnumerable<PackFile>> TextsAsync(
        InformationPack pack,
        CancellationToken cancellationToken
    )
    {
        var paths = pack
            .Tables.Where(table => table.Kind is PackTableKind.Rules)
            .SelectMany(table => table.Rows)
            .Select(row => row.Labels[RulesAnswer.PathColumn])
            .ToHashSet(StringComparer.Ordinal);
        string[] slugs = [.. paths.Select(path => path.Split('/')[1]).Distinct()];
        var published = await database
            .PublishedModuleTexts.AsNoTracking()
            .Where(text => slugs.Contains(text.ModuleSlug))
            .ToListAsync(cancellationToken);
        return published
            .Select(text => new PackFile(
                RulesAnswer.PathOf(text.ModuleSlug, new ContentVersion(text.Major, text.Minor)),
                text.Bytes
            ))
            .Where(file => paths.Contains(file.Path))
            .OrderBy(file => file.Path, StringComparer.Ordinal);
    }

    private string HtmlOf(string words)
    {
        var style = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream(
                "SocialMediaAware.Web.Features.Reports.InformationRequests.covering-page.css"
            )!;
        using var reader = new StreamReader(style);
        return $"""
            <!DOCTYPE html>
            <html lang="en-NZ">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{texts["PageTitle"].Value}</title>
            <style>
            {reader.ReadToEnd()}</style>
            </head>
            <body>
            <main>
            {Markdown.ToHtml(words, Pipeline)}</main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static PackFile ManifestOf(
        InformationPack pack,
        List<PackFile> files,
        string checkpoint,
        DateTimeOffset releasedAt
    ) =>
        new(
            Manifest,
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    Pack = pack.Request.Id,
                    pack.Request.Reference,
                    Agency = pack.Agency.Slug,
                    From = pack.Request.From.ForField(),
                    Until = pack.Request.Until.ForField(),
                    AsAt = pack.Request.AsAt.ForField(),
                    KnownAt = Instant(pack.Request.KnownAt),
                    ReleasedAt = Instant(releasedAt),
                    Checkpoint = checkpoint,
                    Files = files.Select(file => new
                    {
                        file.Path,
                        Size = file.Bytes.Length,
                        Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Bytes)),
                    }),
                },
                ManifestForm
            )
        );

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

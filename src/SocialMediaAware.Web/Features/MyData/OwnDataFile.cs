using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Attestations;

namespace SocialMediaAware.Web.Features.MyData;

/// <summary>Writes all that is held on somebody into one JSON file, a page of rows at a time.</summary>
public sealed class OwnDataFile(
    PortalDbContext database,
    OwnTables tables,
    Receipts receipts,
    SignedIn signedIn,
    IStringLocalizer<MyDataTexts> texts,
    TimeProvider clock
)
{
    /// <summary>The name of the form of the file. What is added later leaves what is there as it is.</summary>
    public const string Format = "social-media-aware/my-data/1";

    private const int RowsAtOnce = 500;

    /// <summary>How rows are written: names as in the documentation, words instead of numbers, macrons as they are.</summary>
    public static JsonSerializerOptions Form { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Converters = { new JsonStringEnumConverter() },
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };

    /// <summary>Writes the file of whoever is signed in.</summary>
    public async Task WriteAsync(PipeWriter file, CancellationToken cancellationToken)
    {
        var ids = await tables.IdsOfAsync(signedIn, cancellationToken);
        await using var writer = new Utf8JsonWriter(
            file,
            new JsonWriterOptions { Indented = true, Encoder = Form.Encoder }
        );
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteString("madeAt", clock.GetUtcNow());
        writer.WriteString("about", texts["FileAbout"].Value);
        writer.WriteStartObject("tables");
        foreach (var table in OwnTables.All)
        {
            writer.WriteStartObject(table.Key);
            writer.WriteString("about", texts[$"About-{table.Key}"].Value);
            writer.WriteStartArray("records");
            await WriteRowsAsync(file, writer, table, ids, cancellationToken);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("receipts");
        await WriteReceiptsAsync(file, writer, ids, cancellationToken);
        writer.WriteEndArray();
        writer.WriteEndObject();
        await SendAsync(file, writer, cancellationToken);
    }

    private async Task WriteRowsAsync(
        PipeWriter file,
        Utf8JsonWriter writer,
        IOwnTable table,
        OwnIds ids,
        CancellationToken cancellationToken
    )
    {
        for (var skip = 0; ; skip += RowsAtOnce)
        {
            var rows = await table.ReadAsync(database, ids, skip, RowsAtOnce, cancellationToken);
            foreach (var row in rows)
            {
                JsonSerializer.Serialize(writer, row, table.Row, Form);
            }

            await SendAsync(file, writer, cancellationToken);
            if (rows.Count < RowsAtOnce)
            {
                return;
            }
        }
    }

    // Each receipt has a proof of its own; there are a few a year.
    private async Task WriteReceiptsAsync(
        PipeWriter file,
        Utf8JsonWriter writer,
        OwnIds ids,
        CancellationToken cancellationToken
    )
    {
        var signatures = OwnTables.Find(OwnTables.Signatures)!;
        var rows = await signatures.ReadAsync(database, ids, 0, int.MaxValue, cancellationToken);
        foreach (var signature in rows.Cast<SignatureRow>())
        {
            if (await receipts.ReadAsync(signature.Id, cancellationToken) is { } receipt)
            {
                writer.WriteRawValue(receipt.Receipt.ToUtf8());
                await SendAsync(file, writer, cancellationToken);
            }
        }
    }

    private static async Task SendAsync(
        PipeWriter file,
        Utf8JsonWriter writer,
        CancellationToken cancellationToken
    )
    {
        await writer.FlushAsync(cancellationToken);
        await file.FlushAsync(cancellationToken);
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialMediaAware.Evidence;

/// <summary>
/// The whole ledger in one file for an auditor, as JSON Lines: a header with format and origin, one line for each
/// leaf in order, and the signed checkpoint. It holds no personal data.
/// </summary>
public static class LedgerExport
{
    /// <summary>The value of the header's property <c>format</c>.</summary>
    public const string Format = "social-media-aware/ledger-export/1";

    /// <summary>Writes an export; the leaves are taken one by one, so that a ledger of any size fits.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="origin">The ledger's name, as in its checkpoints.</param>
    /// <param name="leaves">The leaves' bytes from the first to the last that the checkpoint covers, none after it.</param>
    /// <param name="checkpoint">The signed checkpoint.</param>
    /// <param name="cancellationToken">Stops the writing and leaves an export that is not complete.</param>
    public static async Task WriteAsync(
        Stream stream,
        string origin,
        IAsyncEnumerable<byte[]> leaves,
        SignedNote checkpoint,
        CancellationToken cancellationToken = default
    )
    {
        await stream
            .WriteAsync(Line(("format", Format), ("origin", origin)), cancellationToken)
            .ConfigureAwait(false);
        await foreach (var leaf in leaves.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var line = Line(("leaf", Convert.ToBase64String(leaf)));
            await stream.WriteAsync(line, cancellationToken).ConfigureAwait(false);
        }

        await stream
            .WriteAsync(Line(("checkpoint", checkpoint.ToText())), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Reads an export once from start to end, in little memory, and checks it.</summary>
    /// <param name="stream">The export.</param>
    /// <param name="key">The ledger's key, from somebody who is trusted.</param>
    /// <param name="earlier">A signed checkpoint from before, held by somebody else, that the export has to begin with; or none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EvidenceFormatException">The file is not an export, or not a whole one; the message says in which line.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Task<LedgerExportVerdict> CheckAsync(
        Stream stream,
        VerificationKey key,
        SignedNote? earlier = null,
        CancellationToken cancellationToken = default
    ) => new LedgerExportChecks(key, earlier).RunAsync(stream, cancellationToken);

    private static ReadOnlyMemory<byte> Line(
        params ReadOnlySpan<(string Name, string Text)> properties
    )
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            foreach (var (name, text) in properties)
            {
                json.WriteString(name, text);
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }
}

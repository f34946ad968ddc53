using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialMediaAware.Evidence;

/// <summary>The JSON form of a receipt: hashes of contents in hexadecimal, as <c>sha256sum</c> prints them, all other bytes in base64.</summary>
internal static class ReceiptJson
{
    private const string What = "The receipt";

    public static Receipt Read(ReadOnlyMemory<byte> utf8) => JsonPart.Read(utf8, What, ReadReceipt);

    public static byte[] Write(Receipt receipt)
    {
        var buffer = new ArrayBufferWriter<byte>();
        // Relaxed, so that macrons and base64 stay readable; the file is never put into a page as it is.
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            WriteReceipt(json, receipt);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static Receipt ReadReceipt(JsonPart json)
    {
        json.WithProperties(
            "format",
            "attestation",
            "leaf",
            "ledger",
            "inclusionProof",
            "checkpoint"
        );
        if (json.Text("format") != Receipt.Format)
        {
            throw new EvidenceFormatException($"The receipt's format is not {Receipt.Format}.");
        }

        var ledger = json.Property("ledger").WithProperties("index", "size");
        return new Receipt
        {
            Attestation = ReadAttestation(json.Property("attestation")),
            Leaf = json.Bytes("leaf"),
            Index = ledger.Number("index"),
            Size = ledger.Number("size"),
            InclusionProof = json.Items(
                "inclusionProof",
                item => TreeHash.FromBase64(item.AsText())
            ),
            Checkpoint = json.Text("checkpoint"),
        };
    }

    private static ReceiptAttestation ReadAttestation(JsonPart json)
    {
        json.WithProperties(
            "personName",
            "typedName",
            "personId",
            "salt",
            "agencyName",
            "modules",
            "statement",
            "signedAt",
            "authenticationMethod",
            "quizEvidenceHash"
        );
        return new ReceiptAttestation
        {
            PersonName = json.Text("personName"),
            TypedName = json.Text("typedName"),
            PersonId = json.Read("personId", ParseId),
            Salt = json.Bytes("salt"),
            AgencyName = json.Text("agencyName"),
            Modules = json.Items("modules", ReadModule),
            Statement = json.Text("statement"),
            SignedAt = json.Read("signedAt", UtcInstant.Parse),
            AuthenticationMethod = json.Text("authenticationMethod"),
            QuizEvidenceHash = json.Read("quizEvidenceHash", TreeHash.FromHex),
        };
    }

    private static ReceiptModule ReadModule(JsonPart json)
    {
        json.WithProperties("slug", "title", "major", "minor", "contentHash");
        return new ReceiptModule(
            json.Text("slug"),
            json.Text("title"),
            json.SmallNumber("major"),
            json.SmallNumber("minor"),
            json.Read("contentHash", TreeHash.FromHex)
        );
    }

    private static Guid ParseId(string text) =>
        Guid.TryParseExact(text, "D", out var id) && id.ToString("D") == text
            ? id
            : throw new EvidenceFormatException("The id is not a UUID in lower-case with hyphens.");

    private static void WriteReceipt(Utf8JsonWriter json, Receipt receipt)
    {
        json.WriteStartObject();
        json.WriteString("format", Receipt.Format);
        WriteAttestation(json, receipt.Attestation);
        json.WriteBase64String("leaf", receipt.Leaf.Span);
        json.WriteStartObject("ledger");
        json.WriteNumber("index", receipt.Index);
        json.WriteNumber("size", receipt.Size);
        json.WriteEndObject();
        json.WriteStartArray("inclusionProof");
        foreach (var hash in receipt.InclusionProof)
        {
            json.WriteStringValue(hash.ToBase64());
        }

        json.WriteEndArray();
        WriteText(json, "checkpoint", receipt.Checkpoint);
        json.WriteEndObject();
    }

    private static void WriteAttestation(Utf8JsonWriter json, ReceiptAttestation attestation)
    {
        json.WriteStartObject("attestation");
        WriteText(json, "personName", attestation.PersonName);
        WriteText(json, "typedName", attestation.TypedName);
        json.WriteString("personId", attestation.PersonId.ToString("D"));
        json.WriteBase64String("salt", attestation.Salt.Span);
        WriteText(json, "agencyName", attestation.AgencyName);
        json.WriteStartArray("modules");
        foreach (var module in attestation.Modules)
        {
            WriteModule(json, module);
        }

        json.WriteEndArray();
        WriteText(json, "statement", attestation.Statement);
        json.WriteString("signedAt", attestation.SignedAt.ToText());
        WriteText(json, "authenticationMethod", attestation.AuthenticationMethod);
        json.WriteString("quizEvidenceHash", attestation.QuizEvidenceHash.ToHex());
        json.WriteEndObject();
    }

    private static void WriteModule(Utf8JsonWriter json, ReceiptModule module)
    {
        json.WriteStartObject();
        WriteText(json, "slug", module.Slug);
        WriteText(json, "title", module.Title);
        json.WriteNumber("major", module.Major);
        json.WriteNumber("minor", module.Minor);
        json.WriteString("contentHash", module.ContentHash.ToHex());
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text) =>
        // Checked, because the writer would put U+FFFD for half of a surrogate pair and change what was signed.
        json.WriteString(name, StrictUtf8.Encode(text, $"{What}'s {name}"));
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocialMediaAware.Evidence;

namespace SocialMediaAware.Verifier;

/// <summary>Something that the file says of itself, shown with the verdict.</summary>
/// <param name="Name">For machines.</param>
/// <param name="Label">For people.</param>
/// <param name="Value">What it says.</param>
internal sealed record ReportedFact(string Name, string Label, string Value);

/// <summary>What the tool prints, for people or for machines.</summary>
internal sealed record VerdictReport(
    string Subject,
    bool IsVerified,
    IReadOnlyList<ReportedFact> Facts,
    IReadOnlyList<EvidenceCheck> Checks,
    string WhatItProves
)
{
    public static VerdictReport Of(Receipt receipt, ReceiptVerdict verdict)
    {
        var attestation = receipt.Attestation;
        var modules = attestation.Modules.Select(module =>
            $"{module.Title} {module.Major}.{module.Minor}"
        );
        List<ReportedFact> facts =
        [
            new("typedName", "Signed by", attestation.TypedName),
            new("agencyName", "Agency", attestation.AgencyName),
            new("modules", "Modules", string.Join("; ", modules)),
            new("statement", "Statement", attestation.Statement),
            new("signedAt", "Signed at", attestation.SignedAt.ToText()),
            .. Describe(verdict.Checkpoint),
        ];
        return new VerdictReport(
            "receipt",
            verdict.IsVerified,
            facts,
            verdict.Checks,
            ReceiptVerdict.WhatItProves
        );
    }

    public static VerdictReport Of(LedgerExportVerdict verdict)
    {
        var others = verdict.Size - verdict.Attestations;
        List<ReportedFact> facts =
        [
            new("entries", "Entries", Number(verdict.Size)),
            new("attestations", "Attestations", Number(verdict.Attestations)),
            new("otherEntries", "Entries that this tool does not read", Number(others)),
            .. Describe(verdict.Checkpoint),
        ];
        return new VerdictReport(
            "export",
            verdict.IsVerified,
            facts,
            verdict.Checks,
            LedgerExportVerdict.WhatItProves
        );
    }

    public string ToText()
    {
        var text = new StringBuilder();
        text.Append("The ").Append(Subject).Append(" says:\n");
        foreach (var fact in Facts)
        {
            text.Append("  ")
                .Append(fact.Label)
                .Append(": ")
                .Append(PrintableText.Of(fact.Value))
                .Append('\n');
        }

        text.Append("\nChecks:\n");
        foreach (var check in Checks)
        {
            text.Append(check.Passed ? "  passed  " : "  FAILED  ")
                .Append(PrintableText.Of(check.Sentence))
                .Append('\n');
        }

        text.Append(IsVerified ? "\nVERIFIED. " : "\nNOT VERIFIED: do not rely on this ")
            .Append(IsVerified ? WhatItProves : $"{Subject}.");
        return text.Append('\n').ToString();
    }

    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("subject", Subject);
            json.WriteBoolean("verified", IsVerified);
            json.WriteStartObject("says");
            foreach (var fact in Facts)
            {
                json.WriteString(fact.Name, fact.Value);
            }

            json.WriteEndObject();
            json.WriteStartArray("checks");
            foreach (var check in Checks)
            {
                json.WriteStartObject();
                json.WriteString("name", check.Name);
                json.WriteBoolean("passed", check.Passed);
                json.WriteString("sentence", check.Sentence);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("whatItProves", WhatItProves);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static List<ReportedFact> Describe(Checkpoint? checkpoint) =>
        checkpoint is null
            ? []
            :
            [
                new("checkpointOrigin", "Checkpoint of the ledger", checkpoint.Origin),
                new("checkpointSize", "Checkpoint's size", Number(checkpoint.Size)),
                new("checkpointRoot", "Checkpoint's root", checkpoint.Root.ToBase64()),
            ];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}

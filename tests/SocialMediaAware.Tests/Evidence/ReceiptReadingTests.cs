using System.Text;
using System.Text.Json.Nodes;
using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public sealed class ReceiptReadingTests : IDisposable
{
    private readonly SampleLedger _ledger = new(size: 3);

    public void Dispose() => _ledger.Dispose();

    private string Text => Encoding.UTF8.GetString(_ledger.Receipt(1).ToUtf8());

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"social-media-aware/receipt/1\"")]
    [InlineData("{\"format\":\"social-media-aware/receipt/1\"}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("{\"\\ud800\":1}")]
    public void Read_WhenItIsNotAReceipt_IsRefused(string text) =>
        Assert.Throws<EvidenceFormatException>(() => Receipt.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("receipt/1\"", "receipt/2\"", "format")]
    [InlineData("\"major\": 2", "\"major\": 2.5", "modules 1, major")]
    [InlineData("\"major\": 2", "\"major\": -2", "modules 1, major")]
    [InlineData("\"major\": 2", "\"major\": 99999999999", "modules 1, major")]
    [InlineData("\"major\": 2", "\"major\": \"2\"", "modules 1, major")]
    [InlineData("\"index\": 1", "\"index\": 1e99", "ledger, index")]
    [InlineData("\"index\": 1", "\"index\": 1, \"index\": 1", "JSON")]
    [InlineData("\"index\": 1", "\"index\": 1, \"more\": 1", "ledger")]
    [InlineData("\"index\": 1", "\"other\": 1", "ledger")]
    [InlineData("0198f3a2-7b1c", "0198F3A2-7b1c", "personId")]
    [InlineData("0198f3a2-7b1c", "{198f3a2-7b1c", "personId")]
    [InlineData(".123456Z", ".123Z", "signedAt")]
    [InlineData("\"leaf\": \"", "\"leaf\": \" ", "leaf")]
    [InlineData("\"typedName\": \"Hēmi", "\"typedName\": \"\\ud800", "typedName")]
    [InlineData("\"typedName\": \"Hēmi Ngāta 1\"", "\"typedName\": null", "typedName")]
    [InlineData("\"inclusionProof\": [", "\"inclusionProof\": [7,", "inclusionProof 1")]
    [InlineData("\"inclusionProof\": [", "\"inclusionProof\": [\"AAAA\",", "hash")]
    [InlineData("\"attestation\": {", "\"attestation\": [], \"x\": {", "receipt")]
    public void Read_WhenAPartIsMalformed_SaysWhich(string right, string wrong, string said)
    {
        Assert.Contains(right, Text, StringComparison.Ordinal);
        var malformed = Text.Replace(right, wrong, StringComparison.Ordinal);
        var exception = Assert.Throws<EvidenceFormatException>(() =>
            Receipt.Read(Encoding.UTF8.GetBytes(malformed))
        );
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenAnyPropertyIsMissing_IsRefused()
    {
        var removed = 0;
        foreach (var path in new[] { "", "attestation", "ledger" })
        {
            var names = Part(JsonNode.Parse(Text)!, path).Select(property => property.Key).ToList();
            foreach (var name in names)
            {
                var receipt = JsonNode.Parse(Text)!;
                Part(receipt, path).Remove(name);
                var utf8 = Encoding.UTF8.GetBytes(receipt.ToJsonString());
                Assert.Throws<EvidenceFormatException>(() => Receipt.Read(utf8));
                removed++;
            }
        }

        Assert.Equal(6 + 10 + 2, removed);
    }

    [Fact]
    public void Read_WhenTheFileWasReformatted_IsVerifiedAllTheSame()
    {
        var compact = JsonNode.Parse(Text)!.ToJsonString();
        Assert.True(Receipt.Read(Encoding.UTF8.GetBytes(compact)).Check(_ledger.Key).IsVerified);
    }

    [Fact]
    public void Read_WhenTheFileIsLargerThanAMebibyte_IsRefused()
    {
        var padded = Encoding.UTF8.GetBytes(Text.PadRight(Receipt.MaximumLength));
        var atTheLimit = padded.AsMemory(0, Receipt.MaximumLength);
        Assert.Equal(1, Receipt.Read(atTheLimit).Index);
        byte[] tooLarge = [.. atTheLimit.Span, (byte)' '];
        Assert.Throws<EvidenceFormatException>(() => Receipt.Read(tooLarge));
        using var stream = new MemoryStream(tooLarge);
        Assert.Throws<EvidenceFormatException>(() => Receipt.Read(stream));
    }

    [Fact]
    public void Write_WhenATextWouldBeChangedOrTheFileTooLarge_IsRefused()
    {
        var receipt = _ledger.Receipt(1);
        var broken = receipt with
        {
            Attestation = receipt.Attestation with { PersonName = "\ud800" },
        };
        Assert.Throws<EvidenceFormatException>(broken.ToUtf8);
        var large = receipt with { Checkpoint = new string('x', Receipt.MaximumLength) };
        Assert.Throws<EvidenceFormatException>(large.ToUtf8);
    }

    [Fact]
    public void Read_WhenBytesAreAlteredAtRandom_IsRefusedOrFailsOrSaysTheSame()
    {
        var original = _ledger.Receipt(1).ToUtf8();
        var random = new Random(7);
        for (var i = 0; i < 5000; i++)
        {
            var altered = original.ToArray();
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                altered[random.Next(altered.Length)] = (byte)random.Next(256);
            }

            Assert.True(IsHarmless(altered), Encoding.UTF8.GetString(altered));
        }
    }

    /// <summary>Refused, or not verified, or nothing changed but what the ledger does not vouch for.</summary>
    private bool IsHarmless(byte[] altered)
    {
        try
        {
            var receipt = Receipt.Read(altered);
            var truth = _ledger.Receipt(1).Attestation;
            return !receipt.Check(_ledger.Key).IsVerified
                || receipt.Attestation.ToLeaf().Encode().SequenceEqual(truth.ToLeaf().Encode());
        }
        catch (EvidenceFormatException)
        {
            return true;
        }
    }

    private static JsonObject Part(JsonNode receipt, string path) =>
        path.Length == 0 ? receipt.AsObject() : receipt[path]!.AsObject();
}

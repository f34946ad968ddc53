using System.Text.Json;
using SocialMediaAware.Evidence;
using SocialMediaAware.Tests.Evidence;
using SocialMediaAware.Verifier;

namespace SocialMediaAware.Tests.Verifier;

public sealed class VerifierCommandTests : IDisposable
{
    private readonly SampleLedger _ledger = new(size: 5);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sma-verify-");

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Receipt_WhenItHolds_ExitsWithZeroAndSaysWhatItProves()
    {
        var (exitCode, output, error) = await RunAsync(
            "receipt",
            ReceiptFile(),
            "--key",
            KeyFile()
        );
        Assert.Equal((VerifierCommand.Verified, ""), (exitCode, error));
        Assert.Contains(
            "VERIFIED. A verified receipt proves that this record was not altered since its checkpoint",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "does not prove that the person meant it",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("Signed by: Hēmi Ngāta 2", output, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILED", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_WhenItWasAltered_ExitsWithOneAndSaysWhatFailed()
    {
        var receipt = _ledger.Receipt(2);
        receipt = receipt with
        {
            Attestation = receipt.Attestation with { TypedName = "\u001b[2JVERIFIED\u202e" },
        };
        var file = File("receipt.json", receipt.ToUtf8());
        var (exitCode, output, _) = await RunAsync("receipt", file, "--key", KeyFile());
        Assert.Equal(VerifierCommand.NotVerified, exitCode);
        Assert.Contains(
            "FAILED  The ledger's leaf was not made for this person",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("NOT VERIFIED", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", output, StringComparison.Ordinal);
        Assert.DoesNotContain("proves", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_WhenTheKeyIsAnothers_ExitsWithOne()
    {
        using var stranger = new SampleLedger();
        var key = File("stranger.key", stranger.Key.ToText());
        Assert.Equal(
            VerifierCommand.NotVerified,
            (await RunAsync("receipt", ReceiptFile(), "--key", key)).ExitCode
        );
    }

    [Fact]
    public async Task Receipt_WhenAskedForJson_PrintsOneObjectAndNothingElse()
    {
        var (exitCode, output, error) = await RunAsync(
            "receipt",
            "--json",
            "--key",
            KeyFile(),
            ReceiptFile()
        );
        Assert.Equal((VerifierCommand.Verified, ""), (exitCode, error));
        using var json = JsonDocument.Parse(output);
        Assert.True(json.RootElement.GetProperty("verified").GetBoolean());
        Assert.Equal("receipt", json.RootElement.GetProperty("subject").GetString());
        Assert.Equal(10, json.RootElement.GetProperty("checks").GetArrayLength());
        Assert.Equal(
            "5",
            json.RootElement.GetProperty("says").GetProperty("checkpointSize").GetString()
        );
    }

    [Fact]
    public async Task Export_WhenItHoldsSinceAnEarlierCheckpoint_ExitsWithZero()
    {
        // As an editor on Windows leaves it.
        var text = _ledger
            .SignedCheckpoint()
            .ToText()
            .Replace("\n", "\r\n", StringComparison.Ordinal);
        var earlier = File("checkpoint.txt", text);
        _ledger.Sign(SampleLedger.Attestation());
        var export = File("export.jsonl", await _ledger.ExportAsync());
        var (exitCode, output, _) = await RunAsync(
            "export",
            export,
            "--key",
            KeyFile(),
            "--since",
            earlier
        );
        Assert.Equal(VerifierCommand.Verified, exitCode);
        Assert.Contains(
            "The export begins with the 5 entries of the earlier checkpoint",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("Entries: 6", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_WhenAnEntryIsMissing_ExitsWithOne()
    {
        var lines = await _ledger.ExportLinesAsync();
        var export = File(
            "export.jsonl",
            string.Concat(lines.Where((_, i) => i != 2).Select(line => line + "\n"))
        );
        var (exitCode, output, _) = await RunAsync("export", export, "--key", KeyFile(), "--json");
        Assert.Equal(VerifierCommand.NotVerified, exitCode);
        using var json = JsonDocument.Parse(output);
        Assert.False(json.RootElement.GetProperty("verified").GetBoolean());
    }

    [Fact]
    public async Task Tool_WhenAFileIsNotWhatItShouldBe_ExitsWithTwoAndSaysWhy()
    {
        var (receipt, key) = (ReceiptFile(), KeyFile());
        string[][] commands =
        [
            ["receipt", Path.Combine(_folder.FullName, "nowhere.json"), "--key", key],
            ["receipt", _folder.FullName, "--key", key],
            ["receipt", "", "--key", key],
            ["receipt", key, "--key", key],
            ["receipt", receipt, "--key", receipt],
            ["receipt", receipt, "--key", File("large.key", new byte[1_000_000])],
            ["export", receipt, "--key", key],
            [
                "export",
                File("export.jsonl", await _ledger.ExportAsync()),
                "--key",
                key,
                "--since",
                key,
            ],
            ["export", File("cut.jsonl", (await _ledger.ExportAsync())[..^40]), "--key", key],
        ];
        foreach (var command in commands)
        {
            var (exitCode, output, error) = await RunAsync(command);
            Assert.Equal((VerifierCommand.Unusable, ""), (exitCode, output));
            Assert.StartsWith("Nothing could be checked. ", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("recipe")]
    [InlineData("receipt")]
    [InlineData("receipt a")]
    [InlineData("receipt a --key")]
    [InlineData("receipt --key k")]
    [InlineData("receipt a b --key k")]
    [InlineData("receipt a --key k --key k")]
    [InlineData("receipt a --key k --since c")]
    [InlineData("receipt a --key k --json --json")]
    [InlineData("receipt a --key k --verbose")]
    [InlineData("export a --key k --since")]
    public async Task Tool_WhenTheCommandLineIsWrong_ExitsWithTwoAndShowsTheUsage(
        string commandLine
    )
    {
        var args = commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (exitCode, output, error) = await RunAsync(args);
        Assert.Equal((VerifierCommand.Unusable, ""), (exitCode, output));
        Assert.Contains(VerifierArguments.Usage, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tool_WhenAskedForHelp_ShowsTheUsage()
    {
        var (exitCode, output, _) = await RunAsync("--help");
        Assert.Equal(VerifierCommand.Verified, exitCode);
        Assert.Contains("sma-verify receipt FILE --key KEYFILE", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        params string[] args
    )
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await VerifierCommand.RunAsync(args, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    private string ReceiptFile() => File("receipt.json", _ledger.Receipt(2).ToUtf8());

    private string KeyFile() => File("ledger.key", _ledger.Key.ToText() + "\n");

    private string File(string name, string content) =>
        File(name, System.Text.Encoding.UTF8.GetBytes(content));

    private string File(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }
}

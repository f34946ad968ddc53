using System.Text;
using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

public sealed class LedgerExportTests : IDisposable
{
    private readonly SampleLedger _ledger = new(size: 7);

    public void Dispose() => _ledger.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Export_WhenWrittenAndRead_IsVerified(int size)
    {
        using var ledger = new SampleLedger(size);
        var verdict = await CheckAsync(await ledger.ExportAsync(), ledger.Key);
        Assert.True(verdict.IsVerified);
        Assert.Equal((size, size), (verdict.Size, verdict.Attestations));
        Assert.Equal(
            ["origin", "signature", "size", "root"],
            verdict.Checks.Select(check => check.Name)
        );
    }

    [Fact]
    public async Task Export_WhenItBeginsWithAnEarlierCheckpoint_IsVerifiedSince()
    {
        using var ledger = new SampleLedger();
        var checkpoints = new List<SignedNote> { ledger.SignedCheckpoint() };
        for (var i = 0; i < 20; i++)
        {
            ledger.Sign(SampleLedger.Attestation());
            checkpoints.Add(ledger.SignedCheckpoint());
        }

        var export = await ledger.ExportAsync();
        foreach (var earlier in checkpoints)
        {
            Assert.True((await CheckAsync(export, ledger.Key, earlier)).IsVerified);
        }
    }

    [Fact]
    public async Task Export_WhenAnEarlierEntryWasAlteredAndTheTreeSignedAnew_FailsSinceTheEarlierCheckpoint()
    {
        var earlier = _ledger.SignedCheckpoint();
        _ledger.Leaves[3][^1] ^= 1;
        var rewritten = new StoredTree(_ledger.Leaves).Range;
        var signed = _ledger.Signer.Sign(
            new Checkpoint(SampleLedger.Origin, rewritten.Size, rewritten.Root())
        );
        var export = await _ledger.ExportAsync(signed);
        Assert.True((await CheckAsync(export, _ledger.Key)).IsVerified);
        Assert.Equal(["earlier-prefix"], Failed(await CheckAsync(export, _ledger.Key, earlier)));
    }

    [Fact]
    public async Task Export_WhenTheEarlierCheckpointIsLargerOrAStrangers_Fails()
    {
        var export = await _ledger.ExportAsync();
        using var stranger = new SampleLedger(size: 2);
        Assert.Equal(
            ["earlier-signature", "earlier-prefix"],
            Failed(await CheckAsync(export, _ledger.Key, stranger.SignedCheckpoint()))
        );
        _ledger.Sign(SampleLedger.Attestation());
        var later = _ledger.SignedCheckpoint();
        Assert.Equal(["earlier-prefix"], Failed(await CheckAsync(export, _ledger.Key, later)));
    }

    [Fact]
    public async Task Export_WhenALeafIsTakenOutPutInAlteredOrMoved_Fails()
    {
        var lines = await _ledger.ExportLinesAsync();
        Assert.True((await CheckAsync(lines)).IsVerified);
        Assert.Equal(["size", "root"], Failed(await CheckAsync([.. lines[..3], .. lines[4..]])));
        Assert.Equal(
            ["size", "root"],
            Failed(await CheckAsync([.. lines[..3], lines[2], .. lines[3..]]))
        );
        Assert.Equal(
            ["root"],
            Failed(await CheckAsync([.. lines[..2], lines[3], lines[2], .. lines[4..]]))
        );
        var altered = lines.ToArray();
        altered[3] = altered[3].Replace("leaf\":\"A", "leaf\":\"B", StringComparison.Ordinal);
        Assert.NotEqual(lines[3], altered[3]);
        Assert.Equal(["root"], Failed(await CheckAsync(altered)));
    }

    [Fact]
    public async Task Export_WhenItIsOfAnotherLedgerOrKey_Fails()
    {
        using var stranger = new SampleLedger();
        Assert.Equal(
            ["signature"],
            Failed(await CheckAsync(await _ledger.ExportAsync(), stranger.Key))
        );
        var lines = await _ledger.ExportLinesAsync();
        lines[0] = lines[0].Replace("attest.", "other.", StringComparison.Ordinal);
        Assert.Equal(["origin"], Failed(await CheckAsync(lines)));
    }

    [Fact]
    public async Task Export_WhenAnEntryIsOfALaterKind_IsVerifiedAndCountedApart()
    {
        var leaves = _ledger.Leaves;
        leaves.Add([1, (byte)LedgerEntryKind.Correction, 7]);
        leaves.Add([]);
        leaves.Add([1, (byte)LedgerEntryKind.Attestation, 7]);
        var range = new StoredTree(leaves).Range;
        var signed = _ledger.Signer.Sign(
            new Checkpoint(SampleLedger.Origin, range.Size, range.Root())
        );
        var verdict = await CheckAsync(await _ledger.ExportAsync(signed), _ledger.Key);
        Assert.True(verdict.IsVerified);
        Assert.Equal((10, 7), (verdict.Size, verdict.Attestations));
    }

    [Fact]
    public async Task Export_WhenItIsNotWholeOrMalformed_IsRefused()
    {
        var lines = await _ledger.ExportLinesAsync();
        string[][] malformed =
        [
            [],
            [""],
            [lines[0]],
            lines[..^1],
            lines[1..],
            [lines[0], .. lines],
            [.. lines, lines[^1]],
            [.. lines, ""],
            [.. lines[..2], "", .. lines[2..]],
            [.. lines[..2], "{}", .. lines[2..]],
            [.. lines[..2], "7", .. lines[2..]],
            [.. lines[..2], "{\"leaf\":\"A\"}", .. lines[2..]],
            [.. lines[..2], "{\"leaf\":\"\",\"leaf\":\"\"}", .. lines[2..]],
            [.. lines[..2], "{\"leaf\":7}", .. lines[2..]],
            [.. lines[..2], "{\"leaf\":\"\",\"checkpoint\":\"\"}", .. lines[2..]],
            [.. lines[..2], "{\"checkpoint\":\"\"}"],
            [.. lines[..2], new string(' ', 2_000_000), .. lines[2..]],
        ];
        foreach (var export in malformed)
        {
            await Assert.ThrowsAsync<EvidenceFormatException>(() => CheckAsync(export));
        }

        var whole = await _ledger.ExportAsync();
        await Assert.ThrowsAsync<EvidenceFormatException>(() =>
            CheckAsync([.. whole, (byte)'x'], _ledger.Key)
        );
        for (var length = 0; length < whole.Length; length += 13)
        {
            await Assert.ThrowsAsync<EvidenceFormatException>(() =>
                CheckAsync(whole[..length], _ledger.Key)
            );
        }
    }

    [Fact]
    public async Task Export_WhenReadInSmallPieces_IsVerified()
    {
        await using var stream = new TricklingStream(await _ledger.ExportAsync());
        Assert.True((await LedgerExport.CheckAsync(stream, _ledger.Key)).IsVerified);
    }

    [Fact]
    public async Task Export_WhenBytesAreAlteredAtRandom_IsRefusedOrFails()
    {
        var original = await _ledger.ExportAsync();
        var random = new Random(11);
        for (var i = 0; i < 1000; i++)
        {
            var altered = original.ToArray();
            var at = random.Next(altered.Length);
            altered[at] ^= (byte)random.Next(1, 256);
            Assert.False(await IsVerifiedAsync(altered), Encoding.UTF8.GetString(altered));
        }
    }

    private async Task<bool> IsVerifiedAsync(byte[] export)
    {
        try
        {
            return (await CheckAsync(export, _ledger.Key)).IsVerified;
        }
        catch (EvidenceFormatException)
        {
            return false;
        }
    }

    private Task<LedgerExportVerdict> CheckAsync(string[] lines) =>
        CheckAsync(
            Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))),
            _ledger.Key
        );

    private static async Task<LedgerExportVerdict> CheckAsync(
        byte[] export,
        VerificationKey key,
        SignedNote? earlier = null
    )
    {
        using var stream = new MemoryStream(export);
        return await LedgerExport.CheckAsync(stream, key, earlier);
    }

    private static IEnumerable<string> Failed(LedgerExportVerdict verdict) =>
        verdict.Checks.Where(check => !check.Passed).Select(check => check.Name);

    /// <summary>Gives a few bytes at a time, as a network does.</summary>
    private sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => base.ReadAsync(buffer[..Math.Min(7, buffer.Length)], cancellationToken);
    }
}

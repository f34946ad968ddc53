using System.Text;
using SocialMediaAware.Evidence;

namespace SocialMediaAware.Tests.Evidence;

/// <summary>Whatever comes from outside is read or refused; no other exception gets out.</summary>
public class MalformedInputTests
{
    private static readonly string[] Fragments =
    [
        "\n",
        "\n\n",
        "— ",
        " ",
        "+",
        "0",
        "1",
        "a.example",
        "AAAAAAE=",
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "\\ud800",
        "null",
        "\"format\":",
        "\"leaf\":",
        "\"checkpoint\":",
        "\ud800",
        "ā",
        "\0",
        "=",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    ];

    [Fact]
    public async Task Readers_WhenGivenRandomInput_ReadOrRefuseIt()
    {
        using var ledger = new SampleLedger(size: 1);
        var random = new Random(3);
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(
                Enumerable
                    .Range(0, random.Next(12))
                    .Select(_ => Fragments[random.Next(Fragments.Length)])
            );
            var noise = new byte[random.Next(64)];
            random.NextBytes(noise);
            byte[] bytes = i % 2 == 0 ? Encoding.UTF8.GetBytes(text) : noise;
            ReadOrRefuse(() => SignedNote.Parse(text));
            ReadOrRefuse(() => SignedNote.Parse(bytes));
            ReadOrRefuse(() => Checkpoint.Parse(text));
            ReadOrRefuse(() => VerificationKey.Parse(text));
            ReadOrRefuse(() => TreeHash.FromBase64(text));
            ReadOrRefuse(() => TreeHash.FromHex(text));
            ReadOrRefuse(() => UtcInstant.Parse(text));
            ReadOrRefuse(() => AttestationLeaf.Decode(bytes));
            ReadOrRefuse(() => AttestationLeaf.Decode([1, 1, .. bytes]));
            ReadOrRefuse(() => CompactRange.FromBytes(random.Next(4), bytes));
            ReadOrRefuse(() => Receipt.Read(bytes));
            using var stream = new MemoryStream(bytes);
            await ReadOrRefuseAsync(() => LedgerExport.CheckAsync(stream, ledger.Key));
        }
    }

    [Fact]
    public void VerificationKey_WhenItsPublicKeyIsAlteredAtRandom_IsReadOrRefused()
    {
        var parts = PublishedVectors.RekorKey.Split('+', 3);
        var bytes = Convert.FromBase64String(parts[2]);
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var altered = bytes[
                ..(random.Next(10) == 0 ? random.Next(1, bytes.Length) : bytes.Length)
            ];
            altered[random.Next(altered.Length)] = (byte)random.Next(256);
            var id = Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(altered.AsSpan(1))
            )[..8];
            ReadOrRefuse(() =>
                VerificationKey.Parse($"{parts[0]}+{id}+{Convert.ToBase64String(altered)}")
            );
        }
    }

    private static void ReadOrRefuse(Func<object> read)
    {
        try
        {
            read();
        }
        catch (EvidenceFormatException exception)
        {
            Assert.NotEmpty(exception.Message);
        }
    }

    private static async Task ReadOrRefuseAsync(Func<Task> read)
    {
        try
        {
            await read();
        }
        catch (EvidenceFormatException exception)
        {
            Assert.NotEmpty(exception.Message);
        }
    }
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>What HR should read above the people of a preview.</summary>
/// <param name="Problems">What is wrong with the file; the first of it.</param>
/// <param name="Notes">What keeps nothing from being applied.</param>
/// <param name="UnknownColumns">Columns that were left out.</param>
/// <param name="LacksMacrons">Whether the file's letters have no macrons.</param>
public sealed record PreviewMessages(
    IReadOnlyList<ImportProblem> Problems,
    IReadOnlyList<ImportProblem> Notes,
    IReadOnlyList<string> UnknownColumns,
    bool LacksMacrons
);

/// <summary>A preview as it is kept: packed, so that any replica shows it, and read on from its start, so that no list of everybody is held.</summary>
public static class PreviewFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System
            .Text
            .Json
            .Serialization
            .JsonIgnoreCondition
            .WhenWritingDefault,
    };

    /// <summary>Writes a preview.</summary>
    /// <returns>The preview, and the SHA-256 of what it says about people.</returns>
    public static (byte[] Packed, string Fingerprint) Write(PreparedImport import)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var rows = new MemoryStream();
        using (var packed = new GZipStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var person in import.Plan?.Walk(writes: null) ?? [])
            {
                if (person.Outcome is not ImportOutcome.Unchanged)
                {
                    var line = LineOf(person);
                    hash.AppendData(line);
                    packed.Write(line);
                }
            }
        }

        using var all = new MemoryStream();
        var messages = Pack(
            JsonSerializer.SerializeToUtf8Bytes(
                new PreviewMessages(
                    import.File.Problems.First,
                    import.Plan?.Notes ?? [],
                    import.File.UnknownColumns,
                    import.File.LacksMacrons
                ),
                Json
            )
        );
        all.Write(BitConverter.GetBytes(messages.Length));
        all.Write(messages);
        rows.WriteTo(all);
        return (all.ToArray(), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>What a preview says about a person, as it counts for the fingerprint.</summary>
    public static byte[] LineOf(PersonPlan person) =>
        Encoding.UTF8.GetBytes($"{(int)person.Outcome}{JsonSerializer.Serialize(person, Json)}\n");

    /// <summary>Reads what stands above the people.</summary>
    public static PreviewMessages Messages(byte[] preview)
    {
        var length = BitConverter.ToInt32(preview);
        using var packed = new GZipStream(
            new MemoryStream(preview, sizeof(int), length),
            CompressionMode.Decompress
        );
        return JsonSerializer.Deserialize<PreviewMessages>(packed, Json)!;
    }

    /// <summary>Reads the people, one by one.</summary>
    /// <param name="preview">The preview.</param>
    /// <param name="outcome">Only those with this outcome; null for all.</param>
    public static IEnumerable<PersonPlan> People(byte[] preview, ImportOutcome? outcome)
    {
        var start = sizeof(int) + BitConverter.ToInt32(preview);
        using var packed = new GZipStream(
            new MemoryStream(preview, start, preview.Length - start),
            CompressionMode.Decompress
        );
        using var reader = new StreamReader(packed, Encoding.UTF8);
        var digit = outcome is { } one ? (char)('0' + (int)one) : '\0';
        while (reader.ReadLine() is { } line)
        {
            if (digit == '\0' || line[0] == digit)
            {
                yield return JsonSerializer.Deserialize<PersonPlan>(line.AsSpan(1), Json)!;
            }
        }
    }

    /// <summary>Packs a file.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>Packs a file as it is read.</summary>
    public static async Task<byte[]> PackAsync(Stream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await file.CopyToAsync(zip, cancellationToken);
        }

        file.Position = 0;
        return packed.ToArray();
    }

    /// <summary>Unpacks a file.</summary>
    public static MemoryStream Unpack(byte[] packed)
    {
        var file = new MemoryStream();
        using (var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            zip.CopyTo(file);
        }

        file.Position = 0;
        return file;
    }
}

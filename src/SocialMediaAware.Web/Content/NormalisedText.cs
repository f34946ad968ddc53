using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialMediaAware.Web.Content;

/// <summary>
/// What "the same text" means. Text is normalised so that an editor's habits do not make a new text:
/// <list type="number">
/// <item>UTF-8 without a byte order mark; CR LF and a lone CR become LF;</item>
/// <item>Unicode normalisation form C, so that a macron typed in two ways is one letter;</item>
/// <item>spaces and tabs at the end of a line are dropped, and empty lines at the beginning and the end.</item>
/// </list>
/// A hash is SHA-256 over a list of fields, the first of which names the kind of text. Each field is written as
/// its length in UTF-8 bytes (four bytes, big-endian) and then these bytes, so that no two lists are written alike;
/// a field that is absent is written as the length 0xFFFFFFFF.
/// <para>
/// A module: <c>module/1</c>, title, audience, statement, body. The audience is written as
/// <c>agencies=a,b;kinds=c,d</c>, sorted, with <c>*</c> for every agency, and <c>;flags=e,f</c> where it names flags. The body is all that follows the front matter.
/// Status, owner, minutes, summary, quiz and sources are outside: withdrawing does not change a published text.
/// </para>
/// <para>A section: <c>section/1</c>, heading, body without comments. A scenario: <c>scenario/1</c>, title, kind, body.</para>
/// </summary>
public static class NormalisedText
{
    private const uint Absent = 0xFFFFFFFF;

    /// <summary>Normalises a text.</summary>
    public static string Of(string text)
    {
        var lines = WithLineFeeds(WithoutByteOrderMark(text)).Split('\n');
        var joined = string.Join('\n', lines.Select(static line => line.TrimEnd(' ', '\t')));
        return joined.Trim('\n').Normalize(NormalizationForm.FormC);
    }

    /// <summary>The audience as one spelling.</summary>
    public static string Of(Audience audience)
    {
        var agencies = audience.AgencySlugs is null ? "*" : Sorted(audience.AgencySlugs);
        var everybody = $"agencies={agencies};kinds={Sorted(audience.Kinds)}";
        return audience.IsForEverybody ? everybody : $"{everybody};flags={Sorted(audience.Flags)}";
    }

    internal static byte[] HashOfModule(
        string title,
        Audience audience,
        string? statement,
        string body
    ) =>
        Hash(
            "module/1",
            Of(title),
            Of(audience),
            statement is null ? null : Of(statement),
            Of(body)
        );

    internal static byte[] HashOfSection(string heading, string body) =>
        Hash("section/1", Of(heading), Of(body));

    internal static byte[] HashOfScenario(string title, ScenarioKind kind, string body) =>
        Hash("scenario/1", Of(title), kind == ScenarioKind.One ? "one" : "all", Of(body));

    internal static string WithoutByteOrderMark(string text) =>
        text.StartsWith('\uFEFF') ? text[1..] : text;

    internal static string WithLineFeeds(string text) =>
        text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;

    private static string Sorted(IEnumerable<string> words) =>
        string.Join(',', words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static byte[] Hash(params ReadOnlySpan<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(uint)];
        foreach (var field in fields)
        {
            var bytes = field is null ? null : Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteUInt32BigEndian(
                length,
                bytes is null ? Absent : (uint)bytes.Length
            );
            hash.AppendData(length);
            hash.AppendData(bytes ?? []);
        }

        return hash.GetHashAndReset();
    }
}
